package org.feedbackloop.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every calendar, tried on such as nobody would think of. */
class WorkingTimePropertiesTest {

    private static final int CALENDARS = 600;
    private static final int STARTS = 12;

    /** With clocks that change at two, at midnight, by half an hour, on a Friday, or never. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Warsaw",
            "America/New_York",
            "America/Havana",
            "Africa/Cairo",
            "Asia/Beirut",
            "Atlantic/Azores",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "Asia/Kolkata",
            "Asia/Tehran",
            "America/Santiago");

    @ParameterizedTest
    @MethodSource("calendars")
    void a_due_time_lies_in_working_time_and_just_so_much_work_lies_before_it(Made made) {
        for (Instant start : made.starts()) {
            WorkingTime time = made.time();

            Instant due = time.after(start, made.calendar());

            assertThat(due).as("%s from %s", time, start).isAfterOrEqualTo(start);
            assertThat(made.isWorked(due))
                    .as("%s from %s is %s", time, start, due)
                    .isTrue();
            if (time instanceof WorkingTime.Work work) {
                assertThat(made.workBetween(start, due))
                        .as("%s from %s is %s", time, start, due)
                        .isEqualTo(work.length());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void who_starts_later_is_never_due_sooner(Made made) {
        WorkingTime time = made.time();
        Instant before = Instant.MIN;
        for (Instant start : made.starts().stream().sorted().toList()) {
            Instant due = time.after(start, made.calendar());

            assertThat(due).as("%s from %s", time, start).isAfterOrEqualTo(before);
            before = due;
        }
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void who_has_more_time_is_never_due_sooner(Made made) {
        for (Instant start : made.starts()) {
            int amount = 1 + made.random().nextInt(60);
            for (String unit : List.of("m", "h", "d")) {
                assertThat(WorkingTime.parse(amount + 1 + unit).after(start, made.calendar()))
                        .isAfterOrEqualTo(WorkingTime.parse(amount + unit).after(start, made.calendar()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void a_shift_more_never_makes_anything_due_later(Made made) {
        Made busier = made.withAnotherShift();
        for (Instant start : made.starts()) {
            WorkingTime time = made.time();

            assertThat(time.after(start, busier.calendar()))
                    .as("%s from %s", time, start)
                    .isBeforeOrEqualTo(time.after(start, made.calendar()));
        }
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void a_holiday_more_never_makes_anything_due_sooner(Made made) {
        for (Instant start : made.starts()) {
            WorkingTime time = made.time();
            Instant due = time.after(start, made.calendar());
            Made quieter = made.withAHolidayNear(made.random().nextBoolean() ? start : due);
            assumeThat(quieter.calendar()).isNotNull();

            assertThat(time.after(start, quieter.calendar()))
                    .as("%s from %s", time, start)
                    .isAfterOrEqualTo(due);
        }
    }

    static List<Made> calendars() {
        return IntStream.range(0, CALENDARS)
                .mapToObj(seed -> Made.of(new Random(seed), "seed " + seed))
                .toList();
    }

    /** A calendar, and what it was made of. */
    private record Made(
            String name,
            Random random,
            ZoneId zone,
            Map<DayOfWeek, List<Shift>> week,
            Set<LocalDate> holidays,
            WorkingCalendar calendar) {

        static Made of(Random random, String name) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            int holidayEvery = 2 + random.nextInt(60);
            Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
            int freeDays = random.nextInt(7);
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, random.nextInt(7) < freeDays ? List.of() : shifts(random));
            }
            week.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(new Shift(60 * random.nextInt(12), 60 * 13)));
            Set<LocalDate> holidays = new HashSet<>();
            for (LocalDate date = LocalDate.parse("2026-01-01"); date.getYear() < 2028; date = date.plusDays(1)) {
                if (random.nextInt(holidayEvery) == 0) {
                    holidays.add(date);
                }
            }
            return new Made(name, random, zone, week, holidays, new WorkingCalendar(name, zone, week, holidays));
        }

        private static List<Shift> shifts(Random random) {
            if (random.nextInt(6) == 0) {
                return List.of(new Shift(0, 1440));
            }
            List<Integer> minutes = new ArrayList<>();
            int ends = 2 * (1 + random.nextInt(3));
            while (minutes.size() < ends) {
                int minute = random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(97) * 15;
                if (!minutes.contains(minute)) {
                    minutes.add(minute);
                }
            }
            Collections.sort(minutes);
            return IntStream.range(0, ends / 2)
                    .mapToObj(i -> new Shift(minutes.get(2 * i), minutes.get(2 * i + 1)))
                    .toList();
        }

        /** Half of them near a change of the clocks, where there is one. */
        List<Instant> starts() {
            Instant first = Instant.parse("2026-01-10T00:00:00Z");
            List<Instant> starts = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                Instant start = first.plusSeconds(random.nextInt(500 * 24 * 3600));
                ZoneOffsetTransition change = zone.getRules().nextTransition(start);
                starts.add(
                        change == null || random.nextBoolean()
                                ? start
                                : change.getInstant().plusSeconds(random.nextInt(4 * 24 * 3600) - 3L * 24 * 3600));
            }
            return starts;
        }

        WorkingTime time() {
            return switch (random.nextInt(3)) {
                case 0 -> WorkingTime.parse(1 + random.nextInt(300) + "m");
                case 1 -> WorkingTime.parse(1 + random.nextInt(60) + "h");
                default -> WorkingTime.parse(1 + random.nextInt(30) + "d");
            };
        }

        Made withAnotherShift() {
            Map<DayOfWeek, List<Shift>> busier = new EnumMap<>(week);
            DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
            List<Shift> shifts = new ArrayList<>(week.get(day));
            int end = shifts.stream().mapToInt(Shift::closes).max().orElse(0);
            int begin = shifts.stream().mapToInt(Shift::opens).min().orElse(1440);
            if (begin > 0) {
                shifts.add(new Shift(random.nextInt(begin), begin));
            } else if (end < 1440) {
                shifts.add(new Shift(end, end + 1 + random.nextInt(1440 - end)));
            }
            busier.put(day, shifts);
            return new Made(name, random, zone, busier, holidays, new WorkingCalendar(name, zone, busier, holidays));
        }

        Made withAHolidayNear(Instant instant) {
            Set<LocalDate> more = new HashSet<>(holidays);
            more.add(instant.atZone(zone).toLocalDate().plusDays(random.nextInt(5) - 2));
            return new Made(name, random, zone, week, more, made(more));
        }

        private WorkingCalendar made(Set<LocalDate> more) {
            try {
                return new WorkingCalendar(name, zone, week, more);
            } catch (IllegalArgumentException nobodyWorksAnyMore) {
                return null;
            }
        }

        boolean isWorked(Instant instant) {
            LocalDate date = instant.atZone(zone).toLocalDate();
            return IntStream.of(-1, 0)
                    .mapToObj(date::plusDays)
                    .anyMatch(day -> shifts(day).stream()
                            .anyMatch(shift -> shift.opensOn(day, zone).isBefore(shift.closesOn(day, zone))
                                    && !instant.isBefore(shift.opensOn(day, zone))
                                    && !instant.isAfter(shift.closesOn(day, zone))));
        }

        Duration workBetween(Instant start, Instant end) {
            Duration work = Duration.ZERO;
            LocalDate last = end.atZone(zone).toLocalDate();
            for (LocalDate date = start.atZone(zone).toLocalDate().minusDays(1);
                    !date.isAfter(last);
                    date = date.plusDays(1)) {
                for (Shift shift : shifts(date)) {
                    Instant from = max(start, shift.opensOn(date, zone));
                    Instant to = min(end, shift.closesOn(date, zone));
                    if (from.isBefore(to)) {
                        work = work.plus(Duration.between(from, to));
                    }
                }
            }
            return work;
        }

        private List<Shift> shifts(LocalDate date) {
            return holidays.contains(date) ? List.of() : week.get(date.getDayOfWeek());
        }

        private static Instant max(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        private static Instant min(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        @Override
        public String toString() {
            return name + " in " + zone;
        }
    }
}
