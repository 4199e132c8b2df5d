package org.feedbackloop.routing.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time in which somebody works. Minutes and hours are those at work; a day lasts until the same time of the next
 * day that is worked, so that one day after Friday noon is Monday noon.
 */
public sealed interface WorkingTime {

    /** When it is over. */
    Instant after(Instant start, WorkingCalendar calendar);

    /**
     * Reads {@code 30m}, {@code 4h} or {@code 3d}.
     *
     * @throws IllegalArgumentException if it is none of these, or not 1 to 999
     */
    static WorkingTime parse(String text) {
        Matcher matcher = Pattern.compile("([1-9][0-9]{0,2})([mhd])").matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "working time is 1 to 999 minutes, hours or days, such as 30m, 4h or 3d");
        }
        int amount = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> new Work(Duration.ofMinutes(amount), text);
            case "h" -> new Work(Duration.ofHours(amount), text);
            default -> new Days(amount);
        };
    }

    /**
     * So much time at work.
     *
     * @param written as its author wrote it
     */
    record Work(Duration length, String written) implements WorkingTime {

        @Override
        public Instant after(Instant start, WorkingCalendar calendar) {
            return calendar.afterWork(start, length);
        }

        @Override
        public String toString() {
            return written;
        }
    }

    /** So many days that are worked. */
    record Days(int days) implements WorkingTime {

        @Override
        public Instant after(Instant start, WorkingCalendar calendar) {
            return calendar.afterDays(start, days);
        }

        @Override
        public String toString() {
            return days + "d";
        }
    }
}
