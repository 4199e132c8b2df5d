package org.feedbackloop.routing.queue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a queue is worked: shifts for each day of the week, less the holidays, in a zone of its own.
 *
 * <p>Every instant it gives lies in working time, its end included. Hours are hours that pass: a shift over a change of the
 * clocks is longer or shorter by what the clocks moved.
 */
public final class WorkingCalendar {

    private final String name;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Shift>> week;
    private final Set<LocalDate> holidays;

    /** @throws IllegalArgumentException if nobody ever works, or two shifts of a day overlap */
    public WorkingCalendar(String name, ZoneId zone, Map<DayOfWeek, List<Shift>> week, Set<LocalDate> holidays) {
        this.name = name;
        this.zone = zone;
        this.week = new EnumMap<>(DayOfWeek.class);
        this.holidays = Set.copyOf(holidays);
        week.forEach((day, shifts) -> this.week.put(day, inOrder(shifts)));
        if (this.week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a calendar needs at least one shift");
        }
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

    public String name() {
        return name;
    }

    Instant afterHours(Instant start, int hours) {
        Duration left = Duration.ofHours(hours);
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
            } while (shifts(date).isEmpty());
        }
        return firstWorked(date.atTime(opened.toLocalTime()).atZone(zone).toInstant());
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
