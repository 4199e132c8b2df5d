package org.feedbackloop.intake.surveyfetch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.feedbackloop.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Says how long an announcement may hold up those behind it while the provider fails at it. A provider may be away for all of
 * us, or fail at one response alone, or have been asked too much by one brand; from one failure nobody can tell which, so each
 * has its turn.
 *
 * <p>Only what has failed for a day is given up, and only if others were answered between its turns: a provider that is away
 * for longer says nothing against a response. After a restart the day begins anew. For one thread.
 */
final class Turns {

    enum Next {
        /** The same again: it is still its turn. */
        TRY_AGAIN,
        /** Its turn is over, and will come again. */
        GO_TO_THE_BACK,
        /** The provider is there, and fails at this one. */
        GIVE_UP
    }

    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);
    private static final int MOST_REMEMBERED = 1_000;

    private final Duration turn;
    private final Map<EventId, Past> past = new Remembered();
    private @Nullable EventId failing;
    private Instant failingSince = Instant.MAX;
    private Instant answeredLast = Instant.MIN;

    /** @param turn how long one may hold up the others */
    Turns(Duration turn) {
        this.turn = turn;
    }

    /** The provider has answered about this one. */
    void answered(EventId announced, Instant now) {
        answeredLast = now;
        failing = null;
        past.remove(announced);
    }

    /** The provider has failed at this one. */
    Next failed(EventId announced, Instant now) {
        if (!announced.equals(failing)) {
            failing = announced;
            failingSince = now;
        }
        if (now.isBefore(failingSince.plus(turn))) {
            return Next.TRY_AGAIN;
        }
        Past before = past.get(announced);
        if (before != null && before.isLongEnough(now) && answeredLast.isAfter(before.lastTurnEnded())) {
            return Next.GIVE_UP;
        }
        past.put(announced, new Past(before == null ? now : before.firstTurnEnded(), now));
        failing = null;
        return Next.GO_TO_THE_BACK;
    }

    private record Past(Instant firstTurnEnded, Instant lastTurnEnded) {

        boolean isLongEnough(Instant now) {
            return !firstTurnEnded.plus(GIVEN_UP_AFTER).isAfter(now);
        }
    }

    /** Forgets the oldest when there are too many: for those the day begins anew. */
    private static final class Remembered extends LinkedHashMap<EventId, Past> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventId, Past> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
