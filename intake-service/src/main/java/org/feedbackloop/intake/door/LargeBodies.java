package org.feedbackloop.intake.door;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Bounds what the large bodies of all requests together take of the memory, for they are read before anybody knows whether
 * their sender may send anything. Small ones need no bound: so many connections there are not.
 */
final class LargeBodies {

    private static final Runnable NOTHING = () -> {};

    private final long large;
    private final Semaphore free;

    /**
     * @param large from how many bytes on a body counts
     * @param atOnce how many bytes all that count may have together
     */
    LargeBodies(long large, long atOnce) {
        this.large = large;
        this.free = new Semaphore(Math.toIntExact(atOnce));
    }

    /**
     * Takes room for a body.
     *
     * @param bytes as many as the body has, or may have
     * @return what gives the room back, to be run once; or nothing if there is none now
     */
    Optional<Runnable> hold(long bytes) {
        if (bytes <= large) {
            return Optional.of(NOTHING);
        }
        int room = Math.toIntExact(bytes);
        return free.tryAcquire(room) ? Optional.of(() -> free.release(room)) : Optional.empty();
    }
}
