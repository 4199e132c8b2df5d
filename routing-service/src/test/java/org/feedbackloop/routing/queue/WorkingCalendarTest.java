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
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        // From two to three on the 29th of March there is no time: a shift that begins or ends there does so at three.
        "02:30-04:00, 2026-03-29T00:00, 30m, 2026-03-29T03:30",
        "01:00-02:30, 2026-03-29T00:00, 1h,  2026-03-29T03:00",
        "01:00-02:30, 2026-03-29T00:00, 90m, 2026-04-05T01:30",
        // On the 25th of October that hour comes twice.
        "01:00-04:00, 2026-10-25T00:00, 4h,  2026-10-25T04:00",
    })
    void a_shift_over_a_change_of_the_clocks_is_as_long_as_the_time_that_passes(
            String shift, LocalDateTime start, String time, LocalDateTime expected) {
        var calendar = new WorkingCalendar("night", BERLIN, Map.of(SUNDAY, List.of(Shift.parse(shift))), Set.of());

        assertThat(local(WorkingTime.parse(time).after(start.atZone(BERLIN).toInstant(), calendar)))
                .isEqualTo(expected);
    }

    @Test
    void a_night_is_two_shifts_and_has_no_seam() {
        Map<DayOfWeek, List<Shift>> week = Map.of(
                MONDAY, List.of(Shift.parse("22:00-24:00")),
                TUESDAY, List.of(Shift.parse("00:00-06:00"), Shift.parse("22:00-24:00")),
                WEDNESDAY, List.of(Shift.parse("00:00-06:00")));
        var night = new WorkingCalendar("night", BERLIN, week, WEDNESDAY_OFF);

        assertThat(local(WorkingTime.parse("3h").after(instant("2026-11-23T22:30"), night)))
                .isEqualTo(LocalDateTime.parse("2026-11-24T01:30"));
        assertThat(local(WorkingTime.parse("10h").after(instant("2026-11-23T20:00"), night)))
                .isEqualTo(LocalDateTime.parse("2026-11-25T00:00"));
        assertThat(local(WorkingTime.parse("11h").after(instant("2026-11-23T20:00"), night)))
                .isEqualTo(LocalDateTime.parse("2026-11-30T23:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kolkata", "America/Los_Angeles"})
    void the_zone_of_the_server_changes_nothing(String server) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(server));

            assertThat(WorkingTime.parse("4h").after(Instant.parse("2026-11-27T15:30:00Z"), office))
                    .isEqualTo("2026-11-30T10:30:00Z");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void minutes_are_counted_as_hours_are() {
        assertThat(office(LocalDateTime.parse("2026-11-27T17:45"), "30m"))
                .isEqualTo(LocalDateTime.parse("2026-11-30T09:15"));
    }

    @Test
    void a_calendar_may_be_another_with_some_of_it_otherwise() {
        WorkingCalendar late = office.with(
                "late",
                ZoneId.of("America/New_York"),
                Map.of(FRIDAY, List.of(), SATURDAY, List.of(Shift.parse("10:00-12:00"))),
                Set.of(LocalDate.parse("2026-11-26")));

        // On the 25th and the 26th nobody works, nor on Friday.
        assertThat(WorkingTime.parse("2h").after(Instant.parse("2026-11-24T22:00:00Z"), late))
                .isEqualTo("2026-11-28T16:00:00Z");
        assertThat(late.name()).isEqualTo("late");
    }

    @Test
    void the_longest_time_in_the_emptiest_calendar_is_found() {
        Set<LocalDate> mostMondays = new HashSet<>();
        LocalDate first = LocalDate.parse("2026-01-05");
        IntStream.range(0, 9_000)
                .filter(week -> week % 50 != 0)
                .forEach(week -> mostMondays.add(first.plusWeeks(week)));
        var sparse =
                new WorkingCalendar("sparse", BERLIN, Map.of(MONDAY, List.of(Shift.parse("00:00-08:00"))), mostMondays);

        assertThat(local(WorkingTime.parse("999h").after(instant("2026-01-01T00:00"), sparse)))
                .isAfter(LocalDateTime.parse("2140-01-01T00:00"))
                .isBefore(LocalDateTime.parse("2160-01-01T00:00"));
        assertThat(WorkingTime.parse("999d").after(instant("2026-01-01T00:00"), sparse))
                .isAfter(instant("2199-01-01T00:00"));
    }

    @Test
    void a_calendar_whose_only_day_is_always_a_holiday_is_refused() {
        Set<LocalDate> mondays = new HashSet<>();
        LocalDate first = LocalDate.parse("2026-01-05");
        IntStream.range(0, 60).forEach(week -> mondays.add(first.plusWeeks(week)));

        assertThatThrownBy(() -> new WorkingCalendar(
                        "never", BERLIN, Map.of(MONDAY, List.of(Shift.parse("09:00-18:00"))), mondays))
                .hasMessage(
                        "there is work on less than 8 hours in the year up to 2026-12-30: a calendar needs as much in"
                                + " every year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2200-01-01"})
    void a_holiday_of_another_age_is_refused(LocalDate holiday) {
        assertThatThrownBy(() -> calendar(Set.of(holiday), "09:00-18:00"))
                .hasMessage("a holiday is in the years 2000 to 2199, not on " + holiday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:00-18:00", "09:00-09:00", "18:00-09:00", "09:00-24:01", "09:61-18:00", "noon", ""})
    void what_is_no_shift_is_refused(String text) {
        assertThatThrownBy(() -> Shift.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "-1h", "4", "h", "4s", "1000d", "1.5h", "0m", "1w"})
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

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return instant.atZone(BERLIN).toLocalDateTime();
    }
}
