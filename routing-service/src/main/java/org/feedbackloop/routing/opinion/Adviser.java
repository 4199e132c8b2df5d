package org.feedbackloop.routing.opinion;

import java.util.concurrent.CompletionStage;

/** Somebody who can be asked. May be slow, and may fail in any way. */
@FunctionalInterface
interface Adviser {

    CompletionStage<Opinion> ask(MaskedText text);
}
