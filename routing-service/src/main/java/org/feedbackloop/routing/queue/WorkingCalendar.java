package org.feedbackloop.routing.queue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a queue is worked: shifts for each day of the week, less the holidays, in a zone of its own.
 *
 * <p>Every instant it gives lies in working time, its end included. Later starts never end sooner; a holiday more never makes
 * anything sooner, and a shift more never later. Time is time that passes: a shift over a change of the clocks is longer or
 * shorter by what the clocks moved.
 */
public final class WorkingCalendar {

    static final LocalDate FIRST_HOLIDAY = LocalDate.of(2000, 1, 1);
    static final LocalDate LAST_HOLIDAY = LocalDate.of(2199, 12, 31);

    private static final int YEAR = 366;

    /** In every year, whatever its holidays. With less, the search for a due time would go through centuries. */
    private static final int LEAST_HOURS = 8;

    private final String name;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Shift>> week;
    private final Set<LocalDate> holidays;

    /**
     * @param holidays in the years from 2000 to 2199
     * @throws IllegalArgumentException if nobody works, or next to nobody in some year, or two shifts of a day overlap
     */
    public WorkingCalendar(String name, ZoneId zone, Map<DayOfWeek, List<Shift>> week, Set<LocalDate> holidays) {
        this.name = name;
        this.zone = zone;
        this.week = new EnumMap<>(DayOfWeek.class);
        this.holidays = Set.copyOf(holidays);
        week.forEach((day, shifts) -> this.week.put(day, inOrder(shifts)));
        if (this.week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a calendar needs at least one shift");
        }
        this.holidays.stream().filter(date -> !knows(date)).findAny().ifPresent(date -> {
            throw new IllegalArgumentException("a holiday is in the years 2000 to 2199, not on " + date);
        });
        requireWorkInEveryYear();
    }

    /**
     * The same, with some of it otherwise.
     *
     * @param otherZone none where it is the same
     * @param days in place of the same days
     * @param moreHolidays besides those there are
     */
    public WorkingCalendar with(
            String newName, @Nullable ZoneId otherZone, Map<DayOfWeek, List<Shift>> days, Set<LocalDate> moreHolidays) {
        Map<DayOfWeek, List<Shift>> otherWeek = new EnumMap<>(week);
        otherWeek.putAll(days);
        Set<LocalDate> allHolidays = new HashSet<>(holidays);
        allHolidays.addAll(moreHolidays);
        return new WorkingCalendar(newName, otherZone == null ? zone : otherZone, otherWeek, allHolidays);
    }

    private static List<Shift> inOrder(List<Shift> shifts) {
        List<Shift> inOrder =
                shifts.stream().sorted(Comparator.comparingInt(Shift::opens)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).opens() < inOrder.get(i - 1).closes()) {
                throw new IllegalArgumentException("shifts of one day overlap");
            }
        }
        return inOrder;
    }

    private void requireWorkInEveryYear() {
        LocalDate first =
                holidays.isEmpty() ? FIRST_HOLIDAY : Collections.min(holidays).minusDays(YEAR);
        LocalDate last = (holidays.isEmpty() ? first : Collections.max(holidays)).plusDays(YEAR);
        int[] worked = minutesWorked(first, last);
        int inYear = 0;
        for (int day = 0; day < worked.length; day++) {
            inYear += worked[day] - (day < YEAR ? 0 : worked[day - YEAR]);
            if (day >= YEAR - 1 && inYear < LEAST_HOURS * 60) {
                throw new IllegalArgumentException("there is work on less than " + LEAST_HOURS
                        + " hours in the year up to " + first.plusDays(day)
                        + ": a calendar needs as much in every year");
            }
        }
    }

    /** On each day from the first to the last. Numbers alone: holidays may be told for centuries. */
    private int[] minutesWorked(LocalDate first, LocalDate last) {
        int[] ofWeekday = new int[DayOfWeek.values().length];
        week.forEach((day, shifts) -> ofWeekday[day.ordinal()] = shifts.stream()
                .mapToInt(shift -> shift.closes() - shift.opens())
                .sum());
        int[] worked = new int[(int) ChronoUnit.DAYS.between(first, last) + 1];
        for (int day = 0; day < worked.length; day++) {
            worked[day] = ofWeekday[(first.getDayOfWeek().ordinal() + day) % ofWeekday.length];
        }
        holidays.forEach(date -> worked[(int) ChronoUnit.DAYS.between(first, date)] = 0);
        return worked;
    }

    /** Whether that day can be a holiday. */
    static boolean knows(LocalDate date) {
        return !date.isBefore(FIRST_HOLIDAY) && !date.isAfter(LAST_HOLIDAY);
    }

    public String name() {
        return name;
    }

    Instant afterWork(Instant start, Duration length) {
        Duration left = length;
        for (LocalDate date = dateOf(start); ; date = date.plusDays(1)) {
            for (Shift shift : shifts(date)) {
                Instant from = later(start, shift.opensOn(date, zone));
                Duration available = Duration.between(from, shift.closesOn(date, zone));
                if (available.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                if (!available.isNegative()) {
                    left = left.minus(available);
                }
            }
        }
    }

    Instant afterDays(Instant start, int days) {
        ZonedDateTime opened = firstWorked(start).atZone(zone);
        LocalDate date = opened.toLocalDate();
        for (int left = days; left > 0; left--) {
            do {
                date = date.plusDays(1);
            } while (!isWorked(date));
        }
        return firstWorked(Shift.at(date.atTime(timeOfDay(opened)), zone));
    }

    /** Clocks that are put back show some time twice: the second time counts as its end, or it would be before the first. */
    private LocalTime timeOfDay(ZonedDateTime opened) {
        LocalDateTime local = opened.toLocalDateTime();
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null || !opened.getOffset().equals(change.getOffsetAfter())) {
            return local.toLocalTime();
        }
        LocalDateTime end = change.getDateTimeBefore();
        return end.toLocalDate().equals(local.toLocalDate()) ? end.toLocalTime() : LocalTime.MAX;
    }

    /** That instant if somebody works then, else when the next shift opens. */
    private Instant firstWorked(Instant start) {
        for (LocalDate date = dateOf(start); ; date = date.plusDays(1)) {
            for (Shift shift : shifts(date)) {
                Instant opens = shift.opensOn(date, zone);
                Instant closes = shift.closesOn(date, zone);
                if (opens.isBefore(closes) && !start.isAfter(closes)) {
                    return later(start, opens);
                }
            }
        }
    }

    private boolean isWorked(LocalDate date) {
        for (Shift shift : shifts(date)) {
            if (shift.opensOn(date, zone).isBefore(shift.closesOn(date, zone))) {
                return true;
            }
        }
        return false;
    }

    private List<Shift> shifts(LocalDate date) {
        return holidays.contains(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String toString() {
        return name;
    }
}
