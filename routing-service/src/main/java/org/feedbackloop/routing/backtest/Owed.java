package org.feedbackloop.routing.backtest;

import java.time.Instant;
import org.feedbackloop.event.v1.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * Holds what would be owed against what is. By the direction that a date moves in, and not by the date: no two feedbacks have
 * the same, and a table of them would be as long as the history.
 */
final class Owed {

    private Owed() {}

    static Pair compared(@Nullable Obligation live, @Nullable Obligation draft) {
        String from = live == null ? "none" : live.action();
        String to = draft == null ? "none" : draft.action();
        return live == null || draft == null || !from.equals(to)
                ? new Pair(from, to)
                : new Pair(
                        from,
                        from
                                + moved("due", live.dueAt(), draft.dueAt())
                                + moved("acknowledged", live.acknowledgeBy(), draft.acknowledgeBy()));
    }

    private static String moved(String what, @Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return from == to ? "" : to == null ? ", no longer " + what : ", " + what + " as well";
        }
        int order = to.compareTo(from);
        return order == 0 ? "" : ", " + what + (order < 0 ? " sooner" : " later");
    }
}
