package org.feedbackloop.routing.queue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.feedbackloop.routing.queue.HolidayCalendar.HolidayRefused;
import org.jspecify.annotations.Nullable;

/** One event of an iCalendar, property by property. */
final class HolidayEvent {

    private static final int LONGEST = 366;

    /** A rule that says when a holiday is has half of it; lists of numbers without an end would be tried one by one. */
    private static final int LONGEST_RULE = 120;

    private static final int QUOTED = 80;

    /** After so many tries in a row without a day, the library stops looking. */
    private static final int TRIES = 1_000;

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

    /**
     * All days of all its occurrences.
     *
     * @param most how many there may be; neither is more tried, nor are more days passed over to find them
     */
    Set<LocalDate> days(int most) {
        if (isCancelled) {
            return Set.of();
        }
        LocalDate first = start;
        if (first == null) {
            throw refused("has no DTSTART");
        }
        int daysLong = daysLong(first);
        Set<LocalDate> starts = starts(first, most);
        requireNoMoreThan(most, (long) starts.size() * daysLong);
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate begin : starts) {
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

    private Set<LocalDate> starts(LocalDate first, int most) {
        Set<LocalDate> starts = new TreeSet<>(moreStarts);
        starts.add(first);
        long steps = 0;
        for (String rule : rules) {
            Recur<LocalDate> recurrence = recurrence(rule);
            long tries = tries(recurrence, first, rule);
            if (tries > most && recurrence.getCount() > 0 && !isEachTime(rule)) {
                throw refused("has an RRULE with COUNT and BY… that would be tried " + tries
                        + " times: say until when it comes again (UNTIL), and not how often");
            }
            steps += tries;
            requireNoMoreThan(most, Math.max(steps, starts.size()));
            starts.addAll(again(recurrence, first, rule, most));
        }
        exceptions.forEach(starts::remove);
        return starts;
    }

    private Recur<LocalDate> recurrence(String rule) {
        if (rule.length() > LONGEST_RULE) {
            throw refused("has an RRULE of more than " + LONGEST_RULE + " characters: " + quoted(rule));
        }
        Recur<LocalDate> recurrence =
                understood(rule, () -> new Recur<LocalDate>(rule.replaceFirst("(?i)(UNTIL=\\d{8})T\\d{6}Z?", "$1")));
        boolean isByTheDay = FREQUENCIES.contains(recurrence.getFrequency())
                && recurrence.getHourList().isEmpty()
                && recurrence.getMinuteList().isEmpty()
                && recurrence.getSecondList().isEmpty();
        if (!isByTheDay) {
            throw refused("must come again by the day, the week, the month or the year");
        }
        return recurrence;
    }

    /** How often a rule is tried, whether or not there is a holiday then. */
    private long tries(Recur<LocalDate> recurrence, LocalDate first, String rule) {
        long tries = stepsBetween(first, last(recurrence, rule), recurrence);
        return isEachTime(rule) && recurrence.getCount() > 0 ? Math.min(recurrence.getCount(), tries) : tries;
    }

    private LocalDate last(Recur<LocalDate> recurrence, String rule) {
        return understood(
                rule, () -> recurrence.getUntil() == null ? WorkingCalendar.LAST_HOLIDAY : recurrence.getUntil());
    }

    /** None where the end is before the beginning, or one rule would make up for another. */
    private static long stepsBetween(LocalDate from, LocalDate to, Recur<LocalDate> recurrence) {
        long steps = unit(recurrence.getFrequency()).between(from, to) / Math.max(1, recurrence.getInterval());
        return Math.max(0, steps);
    }

    private static boolean isEachTime(String rule) {
        return !rule.toUpperCase(Locale.ROOT).contains("BY");
    }

    private static ChronoUnit unit(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> ChronoUnit.DAYS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case MONTHLY -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    private List<LocalDate> again(Recur<LocalDate> recurrence, LocalDate first, String rule, int most) {
        // What is counted is counted from the first on.
        LocalDate from = recurrence.getCount() > 0 ? first : WorkingCalendar.FIRST_HOLIDAY;
        // The first is there in any case, whatever the rule makes of it.
        List<LocalDate> dates =
                understood(rule, () -> recurrence.getDates(first, from, WorkingCalendar.LAST_HOLIDAY, most + 1));
        boolean isWhole = isEachTime(rule) || (recurrence.getCount() > 0 && dates.size() >= recurrence.getCount());
        LocalDate start = first.isBefore(from) ? from : first;
        LocalDate found = dates.isEmpty() ? start : dates.get(dates.size() - 1);
        if (!isWhole && stepsBetween(found, last(recurrence, rule), recurrence) > TRIES) {
            throw refused("has an RRULE that would be tried more than " + TRIES
                    + " times in a row without a day that fits, and would lose some: let it come again by the year"
                    + " (FREQ=YEARLY), or say until when: " + quoted(rule));
        }
        return dates;
    }

    /** The library breaks on some rules in ways of its own, so whatever it throws is the rule's fault. */
    private <T> T understood(String rule, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw refused("has an RRULE that is not understood: " + quoted(rule), e);
        }
    }

    private void requireNoMoreThan(int most, long days) {
        if (days > most) {
            throw refused("brings this calendar to more than " + HolidayCalendar.MOST_DAYS
                    + " days: say until when it comes again");
        }
    }

    private LocalDate wholeDay(String value) {
        if (value.length() != 8) {
            throw refused("must be of whole days, not " + quoted(value));
        }
        return day(value);
    }

    /** Of a time, the day. */
    private LocalDate day(String value) {
        try {
            return LocalDate.parse(value.substring(0, Math.min(8, value.length())), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw refused("has a date that is none: " + quoted(value), e);
        }
    }

    private Period days(String value) {
        try {
            return Period.parse(value);
        } catch (DateTimeException e) {
            throw refused("must last whole days, not " + quoted(value), e);
        }
    }

    private HolidayRefused refused(String reason) {
        return refused(reason, null);
    }

    private HolidayRefused refused(String reason, @Nullable Throwable cause) {
        return new HolidayRefused("event \"" + quoted(summary) + "\" " + reason, cause);
    }

    /** The beginning: a line of an iCalendar may be as long as the document. */
    private static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
