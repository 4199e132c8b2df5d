package org.feedbackloop.intake.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;

/**
 * Bounds what the large bodies of all requests together take of the memory, for they are read before anybody knows whether
 * their sender may send anything. Small ones need no bound: so many connections there are not.
 */
@Singleton
class LargeBodies {

    private final long large;
    private final Semaphore free;

    LargeBodies(DoorConfig config) {
        this.large = config.limits().provider().asLongValue();
        this.free = new Semaphore(Math.toIntExact(config.limits().mailAtOnce().asLongValue()));
    }

    /**
     * Takes the room until the exchange has ended, one way or the other.
     *
     * @param bytes as many as the body has, or may have
     * @throws Refusal if there is no room now
     */
    void hold(long bytes, RoutingContext exchange) {
        if (bytes <= large) {
            return;
        }
        int room = Math.toIntExact(bytes);
        if (!free.tryAcquire(room)) {
            throw new Refusal(
                    Problem.of(Kind.BUSY, "Send it again after the time that Retry-After says. Nothing was kept."));
        }
        exchange.addEndHandler(end -> free.release(room));
    }
}
