package org.feedbackloop.routing.backtest;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets so many in at a time, and nobody wait. */
final class Turns {

    private final int most;
    private final Semaphore free;

    Turns(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** None if all are taken. */
    Optional<Turn> take() {
        return free.tryAcquire() ? Optional.of(new Turn()) : Optional.empty();
    }

    int taken() {
        return most - free.availablePermits();
    }

    /** Ends once, however often it is ended. */
    final class Turn implements AutoCloseable {

        private final AtomicBoolean ended = new AtomicBoolean();

        private Turn() {}

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
