package org.feedbackloop.routing.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day without a break, in minutes from midnight.
 *
 * @param opens 0 to 1439
 * @param closes at most 1440, which is midnight at the day's end
 */
public record Shift(int opens, int closes) {

    private static final int DAY = 24 * 60;

    private static final Pattern FORM = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");

    public Shift {
        if (opens < 0 || opens >= closes || closes > DAY) {
            throw new IllegalArgumentException(
                    "a shift opens before it closes, on the same day; over midnight it is two, such as 22:00-24:00 and 00:00-06:00");
        }
    }

    /**
     * Reads {@code 09:00-18:00}.
     *
     * @throws IllegalArgumentException if it is no such thing
     */
    public static Shift parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a shift is written such as 09:00-18:00");
        }
        return new Shift(minutes(matcher.group(1), matcher.group(2)), minutes(matcher.group(3), matcher.group(4)));
    }

    private static int minutes(String hours, String minutes) {
        int minute = Integer.parseInt(minutes);
        if (minute > 59) {
            throw new IllegalArgumentException("an hour has minutes 00 to 59");
        }
        return Integer.parseInt(hours) * 60 + minute;
    }

    Instant opensOn(LocalDate date, ZoneId zone) {
        return at(opens, date, zone);
    }

    /** Not after it opens, where the clocks were put forward over the whole of it. */
    Instant closesOn(LocalDate date, ZoneId zone) {
        return at(closes, date, zone);
    }

    /** What the clocks leave out is over as it begins; of a time that they show twice, the first counts. */
    static Instant at(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Instant at(int minutes, LocalDate date, ZoneId zone) {
        return minutes == DAY
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : at(date.atTime(LocalTime.ofSecondOfDay(minutes * 60L)), zone);
    }
}
