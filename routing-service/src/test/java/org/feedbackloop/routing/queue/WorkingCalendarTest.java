package org.feedbackloop.routing.queue;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<LocalDate> WEDNESDAY_OFF = Set.of(LocalDate.parse("2026-11-25"));

    /** Monday to Friday, a break at noon; the 25th of November, a Wednesday, is a holiday. */
    private final WorkingCalendar office = calendar(WEDNESDAY_OFF, "09:00-12:00", "13:00-18:00");

    @ParameterizedTest
    @CsvSource({
        "in the morning,            2026-11-23T09:30, 1h,  2026-11-23T10:30",
        "over the break,            2026-11-23T11:30, 1h,  2026-11-23T13:30",
        "to the minute of closing,  2026-11-23T14:00, 4h,  2026-11-23T18:00",
        "over the night,            2026-11-23T16:00, 4h,  2026-11-24T11:00",
        "asked before opening,      2026-11-23T03:00, 1h,  2026-11-23T10:00",
        "asked in the break,        2026-11-23T12:30, 1h,  2026-11-23T14:00",
        "over the holiday,          2026-11-24T17:00, 2h,  2026-11-26T10:00",
        "over the weekend,          2026-11-27T17:30, 1h,  2026-11-30T09:30",
        "asked on Sunday,           2026-11-29T15:00, 4h,  2026-11-30T14:00",
        "a whole week of hours,     2026-11-30T09:00, 40h, 2026-12-04T18:00",
        "the next day,              2026-11-23T10:15, 1d,  2026-11-24T10:15",
        "a day over the weekend,    2026-11-27T16:00, 1d,  2026-11-30T16:00",
        "a day over the holiday,    2026-11-24T16:00, 1d,  2026-11-26T16:00",
        "a day asked at night,      2026-11-23T22:00, 1d,  2026-11-26T09:00",
        "a day asked in the break,  2026-11-23T12:30, 1d,  2026-11-24T13:00",
        "ten days,                  2026-11-30T10:00, 10d, 2026-12-14T10:00",
    })
    void counts_only_time_in_which_somebody_works(
            String what, LocalDateTime start, String time, LocalDateTime expected) {
        assertThat(office(start, time)).as(what).isEqualTo(expected);
    }

    @Test
    void a_due_time_that_falls_into_a_break_of_that_day_waits_for_its_end() {
        Map<DayOfWeek, List<Shift>> week = Map.of(
                MONDAY, List.of(Shift.parse("09:00-18:00")),
                TUESDAY, List.of(Shift.parse("09:00-11:00"), Shift.parse("15:00-18:00")));
        var calendar = new WorkingCalendar("split", BERLIN, week, Set.of());

        assertThat(local(WorkingTime.parse("1d").after(instant("2026-11-23T12:30"), calendar)))
                .isEqualTo(LocalDateTime.parse("2026-11-24T15:00"));
    }

    @ParameterizedTest
    @CsvSource({
        // The hour from two to three is left out on the 29th of March, and comes twice on the 25th of October.
        "2026-03-28T22:00, 2026-03-29T03:00",
        "2026-10-24T22:00, 2026-10-25T01:00",
    })
    void hours_are_hours_that_pass_when_the_clocks_change(LocalDateTime start, LocalDateTime expected) {
        Instant due = WorkingTime.parse("4h").after(start.atZone(BERLIN).toInstant(), aroundTheClock());

        assertThat(due).isEqualTo(start.atZone(BERLIN).toInstant().plusSeconds(4 * 3600));
        assertThat(local(due)).isEqualTo(expected.getMonthValue() == 3 ? expected : expected.plusHours(1));
    }

    @Test
    void a_shift_that_the_clocks_leave_out_is_not_worked() {
        var calendar =
                new WorkingCalendar("night", BERLIN, Map.of(SUNDAY, List.of(Shift.parse("02:00-03:00"))), Set.of());

        assertThat(local(WorkingTime.parse("1h").after(instant("2026-03-28T12:00"), calendar)))
                .isEqualTo(LocalDateTime.parse("2026-04-05T03:00"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_due_time_lies_in_working_time_and_more_work_never_makes_it_later(long seed) {
        Random random = new Random(seed);
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random.nextInt(3) == 0 ? List.of() : shifts(random));
        }
        DayOfWeek alwaysWorked = DayOfWeek.of(1 + random.nextInt(7));
        week.put(alwaysWorked, shifts(random));
        Set<LocalDate> holidays = new HashSet<>();
        LocalDate first = LocalDate.parse("2026-03-20");
        IntStream.range(0, 10).forEach(i -> holidays.add(first.plusDays(random.nextInt(60))));
        var calendar = new WorkingCalendar("random", BERLIN, week, holidays);

        Map<DayOfWeek, List<Shift>> moreOfIt = new EnumMap<>(week);
        moreOfIt.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(new Shift(0, 1440)));
        var busier = new WorkingCalendar("busier", BERLIN, moreOfIt, holidays);

        for (int i = 0; i < 50; i++) {
            Instant start = first.atStartOfDay(BERLIN).toInstant().plusSeconds(random.nextInt(40 * 24 * 3600));
            WorkingTime time = WorkingTime.parse(1 + random.nextInt(30) + (random.nextBoolean() ? "h" : "d"));

            Instant due = time.after(start, calendar);

            assertThat(due).isAfter(start);
            assertThat(isWorked(due, week, holidays))
                    .as("%s after %s is %s", time, start, due)
                    .isTrue();
            assertThat(time.after(start, busier)).isBeforeOrEqualTo(due);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:00-18:00", "09:00-09:00", "18:00-09:00", "09:00-24:01", "09:61-18:00", "noon", ""})
    void what_is_no_shift_is_refused(String text) {
        assertThatThrownBy(() -> Shift.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "-1h", "4", "h", "4m", "1000d", "1.5h"})
    void what_is_no_working_time_is_refused(String text) {
        assertThatThrownBy(() -> WorkingTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_calendar_in_which_nobody_works_is_refused() {
        assertThatThrownBy(() -> new WorkingCalendar("idle", BERLIN, Map.of(MONDAY, List.of()), Set.of()))
                .hasMessage("a calendar needs at least one shift");
    }

    @Test
    void shifts_that_overlap_are_refused() {
        assertThatThrownBy(() -> calendar(Set.of(), "09:00-13:00", "12:00-18:00"))
                .hasMessage("shifts of one day overlap");
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    private LocalDateTime office(LocalDateTime start, String time) {
        return local(WorkingTime.parse(time).after(start.atZone(BERLIN).toInstant(), office));
    }

    private static WorkingCalendar calendar(Set<LocalDate> holidays, String... shifts) {
        List<Shift> day = List.of(shifts).stream().map(Shift::parse).toList();
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY).forEach(weekday -> week.put(weekday, day));
        return new WorkingCalendar("office", BERLIN, week, holidays);
    }

    private static WorkingCalendar aroundTheClock() {
        List<Shift> day = List.of(Shift.parse("00:00-24:00"));
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        List.of(SATURDAY, SUNDAY).forEach(weekday -> week.put(weekday, day));
        return new WorkingCalendar("weekend", BERLIN, week, Set.of());
    }

    private static List<Shift> shifts(Random random) {
        int opens = random.nextInt(600);
        int pause = opens + 60 + random.nextInt(200);
        int again = pause + random.nextInt(200);
        return List.of(new Shift(opens, pause), new Shift(again, again + 60 + random.nextInt(300)));
    }

    private static boolean isWorked(Instant instant, Map<DayOfWeek, List<Shift>> week, Set<LocalDate> holidays) {
        LocalDate date = instant.atZone(BERLIN).toLocalDate();
        return IntStream.of(-1, 0)
                .mapToObj(date::plusDays)
                .filter(day -> !holidays.contains(day))
                .anyMatch(day -> week.get(day.getDayOfWeek()).stream()
                        .anyMatch(shift -> !instant.isBefore(shift.opensOn(day, BERLIN))
                                && !instant.isAfter(shift.closesOn(day, BERLIN))));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return instant.atZone(BERLIN).toLocalDateTime();
    }
}
