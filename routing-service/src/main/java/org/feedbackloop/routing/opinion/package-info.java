/**
 * Asks somebody else what a feedback is, where its words left that open: any endpoint that speaks as OpenAI's does.
 *
 * <p>Off until it is configured, and then nothing of it is made. Promises that it never fails and never takes longer than one
 * timeout: an endpoint that is away, slow, busy, broken or talked into nonsense leaves what the words alone say. Promises that
 * it shares the words and nothing besides, without addresses and long numbers, and that it logs none of them.
 *
 * <p>Remembers nothing. Who asks twice may hear two answers; events keep their derived ids, and the first of each counts.
 */
@NullMarked
package org.feedbackloop.routing.opinion;

import org.jspecify.annotations.NullMarked;
