package org.feedbackloop.routing.queue;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time in which somebody works. An hour is an hour at work; a day lasts until the same time of the next day that
 * is worked, so that one day after Friday noon is Monday noon.
 */
public sealed interface WorkingTime {

    /** When it is over. */
    Instant after(Instant start, WorkingCalendar calendar);

    /**
     * Reads {@code 4h} or {@code 3d}.
     *
     * @throws IllegalArgumentException if it is neither, or not 1 to 999
     */
    static WorkingTime parse(String text) {
        Matcher matcher = Pattern.compile("([1-9][0-9]{0,2})([hd])").matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("working time is 1 to 999 hours or days, such as 4h or 3d");
        }
        int amount = Integer.parseInt(matcher.group(1));
        return matcher.group(2).equals("h") ? new Hours(amount) : new Days(amount);
    }

    /** So many hours at work. */
    record Hours(int hours) implements WorkingTime {

        @Override
        public Instant after(Instant start, WorkingCalendar calendar) {
            return calendar.afterHours(start, hours);
        }

        @Override
        public String toString() {
            return hours + "h";
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
