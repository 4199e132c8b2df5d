package org.feedbackloop.routing.queue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.feedbackloop.routing.queue.HolidayCalendar.HolidayRefused;
import org.jspecify.annotations.Nullable;

/** One event of an iCalendar, property by property. */
final class HolidayEvent {

    private static final int LONGEST = 366;

    /** What comes again by the hour is no holiday, and would come for ever. */
    private static final Set<Frequency> FREQUENCIES =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private final List<String> rules = new ArrayList<>();
    private final List<LocalDate> moreStarts = new ArrayList<>();
    private final List<LocalDate> exceptions = new ArrayList<>();
    private String summary = "without a summary";
    private @Nullable LocalDate start;
    private @Nullable LocalDate end;
    private @Nullable Period length;
    private boolean isCancelled;

    void tell(String property, String value) {
        switch (property) {
            case "SUMMARY" -> summary = value;
            case "DTSTART" -> start = wholeDay(value);
            case "DTEND" -> end = wholeDay(value);
            case "DURATION" -> length = days(value);
            case "RRULE" -> rules.add(value);
            case "RDATE" -> List.of(value.split(",")).forEach(date -> moreStarts.add(wholeDay(date)));
            case "EXDATE" -> List.of(value.split(",")).forEach(date -> exceptions.add(day(date)));
            case "STATUS" -> isCancelled = value.equalsIgnoreCase("CANCELLED");
            case "RECURRENCE-ID", "EXRULE" ->
                throw refused("has " + property + ", which is not understood: give it a date of its own");
            default -> {
                // Nothing that decides when it is.
            }
        }
    }

    /** All days of all its occurrences. */
    Set<LocalDate> days() {
        if (isCancelled) {
            return Set.of();
        }
        LocalDate first = start;
        if (first == null) {
            throw refused("has no DTSTART");
        }
        int daysLong = daysLong(first);
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate begin : starts(first)) {
            for (int day = 0; day < daysLong; day++) {
                days.add(begin.plusDays(day));
            }
        }
        return days;
    }

    private int daysLong(LocalDate first) {
        LocalDate last = end != null ? end : length != null ? first.plus(length) : first.plusDays(1);
        long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        if (last.isBefore(first) || days > LONGEST) {
            throw refused("must end after it begins, and within a year");
        }
        return (int) days;
    }

    private Set<LocalDate> starts(LocalDate first) {
        Set<LocalDate> starts = new TreeSet<>(moreStarts);
        starts.add(first);
        for (String rule : rules) {
            starts.addAll(again(first, rule));
        }
        exceptions.forEach(starts::remove);
        return starts;
    }

    /** The library breaks on some rules in ways of its own, so whatever it throws is the rule's fault. */
    private List<LocalDate> again(LocalDate first, String rule) {
        try {
            Recur<LocalDate> recurrence = new Recur<>(rule.replaceFirst("(?i)(UNTIL=\\d{8})T\\d{6}Z?", "$1"));
            boolean isByTheDay = FREQUENCIES.contains(recurrence.getFrequency())
                    && recurrence.getHourList().isEmpty()
                    && recurrence.getMinuteList().isEmpty()
                    && recurrence.getSecondList().isEmpty();
            if (isByTheDay) {
                // The first is there in any case, whatever the rule makes of it.
                return recurrence.getDates(first, WorkingCalendar.FIRST_HOLIDAY, WorkingCalendar.LAST_HOLIDAY);
            }
        } catch (RuntimeException e) {
            throw refused("has an RRULE that is not understood: " + rule, e);
        }
        throw refused("must come again by the day, the week, the month or the year");
    }

    private LocalDate wholeDay(String value) {
        if (value.length() != 8) {
            throw refused("must be of whole days, not " + value);
        }
        return day(value);
    }

    /** Of a time, the day. */
    private LocalDate day(String value) {
        try {
            return LocalDate.parse(value.substring(0, Math.min(8, value.length())), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw refused("has a date that is none: " + value, e);
        }
    }

    private Period days(String value) {
        try {
            return Period.parse(value);
        } catch (DateTimeException e) {
            throw refused("must last whole days, not " + value, e);
        }
    }

    private HolidayRefused refused(String reason) {
        return refused(reason, null);
    }

    private HolidayRefused refused(String reason, @Nullable Throwable cause) {
        return new HolidayRefused("event \"" + summary + "\" " + reason, cause);
    }
}
