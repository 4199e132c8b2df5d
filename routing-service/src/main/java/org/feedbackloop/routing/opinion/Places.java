package org.feedbackloop.routing.opinion;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.feedbackloop.routing.opinion.Opinion.Missing;

/** Asks no more at once than there are places, and keeps none for what is over, in whatever way it ended. */
final class Places implements Adviser {

    private final Adviser adviser;
    private final Semaphore free;

    Places(Adviser adviser, int callsAtOnce) {
        this.adviser = adviser;
        free = new Semaphore(callsAtOnce);
    }

    @Override
    public CompletionStage<Opinion> ask(MaskedText text) {
        if (!free.tryAcquire()) {
            return CompletableFuture.completedStage(Missing.OVER_BUDGET);
        }
        CompletionStage<Opinion> asked = null;
        try {
            asked = adviser.ask(text);
            return asked.whenComplete((opinion, failure) -> free.release());
        } finally {
            if (asked == null) {
                free.release();
            }
        }
    }
}
