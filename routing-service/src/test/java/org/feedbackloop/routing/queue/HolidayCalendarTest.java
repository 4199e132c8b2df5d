package org.feedbackloop.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayCalendarTest {

    @Test
    void a_public_calendar_is_read_with_all_that_comes_along() {
        Set<LocalDate> holidays = HolidayCalendar.parse("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Public holidays//EN
                X-WR-TIMEZONE:Europe/Warsaw
                BEGIN:VTIMEZONE
                TZID:Europe/Warsaw
                BEGIN:STANDARD
                DTSTART:19701025T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:1@example.org
                DTSTAMP:20260101T000000Z
                DTSTART;VALUE=DATE:20261111
                SUMMARY:Narodowe Święto Niepodległości\\, Dzień
                  Niepodległości
                TRANSP:TRANSPARENT
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER:-PT12H
                DURATION:PT15M
                REPEAT:2
                DESCRIPTION:soon
                END:VALARM
                END:VEVENT
                BEGIN:VTODO
                UID:2@example.org
                DTSTART;VALUE=DATE:20261115
                END:VTODO
                END:VCALENDAR
                """);

        assertThat(holidays).isEqualTo(dates("2026-11-11"));
    }

    @Test
    void an_event_of_several_days_ends_before_its_end() {
        assertThat(HolidayCalendar.parse(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227")))
                .isEqualTo(dates("2026-12-24", "2026-12-25", "2026-12-26"));
        assertThat(HolidayCalendar.parse(event("DTSTART;VALUE=DATE:20261231", "DURATION:P2D")))
                .isEqualTo(dates("2026-12-31", "2027-01-01"));
        assertThat(HolidayCalendar.parse(event("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261225")))
                .isEqualTo(dates("2026-12-25"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20201225 | FREQ=YEARLY                           | 2026-12-25, 2199-12-25             | 2026-12-24, 2019-12-25
                    20241224 | FREQ=YEARLY;UNTIL=20261224            | 2024-12-24, 2026-12-24             | 2027-12-24
                    20241224 | FREQ=YEARLY;UNTIL=20261224T000000Z    | 2024-12-24, 2026-12-24             | 2027-12-24
                    20241224 | FREQ=YEARLY;COUNT=2                   | 2024-12-24, 2025-12-24             | 2026-12-24
                    20201126 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH      | 2026-11-26, 2027-11-25             | 2026-11-25
                    20200525 | FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO      | 2026-05-25, 2027-05-31             | 2026-05-18
                    20240229 | FREQ=YEARLY                           | 2024-02-29, 2028-02-29             | 2025-02-28, 2025-03-01
                    20260130 | FREQ=MONTHLY;BYDAY=-1FR               | 2026-01-30, 2026-02-27             | 2026-02-20
                    20260102 | FREQ=WEEKLY;INTERVAL=2                | 2026-01-02, 2026-01-16             | 2026-01-09
                    20240229 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29   | 2024-02-29, 2048-02-29, 2196-02-29 | 2025-03-01
                    20240229 | FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=29  | 2024-02-29, 2048-02-29, 2196-02-29 | 2025-03-01
                    20201225 | FREQ=DAILY;BYMONTH=12;BYMONTHDAY=25;UNTIL=20601231 | 2020-12-25, 2060-12-25 | 2026-12-24
                    20201126 | FREQ=YEARLY;COUNT=7;BYMONTH=11;BYDAY=4TH | 2026-11-26                      | 2027-11-25
                    19960104 | FREQ=WEEKLY;COUNT=210;BYDAY=TH        | 2000-01-06                         | 2000-01-13
                    20261225 | FREQ=WEEKLY;UNTIL=20201225;BYDAY=FR   | 2026-12-25                         | 2027-01-01
                    19451225 | FREQ=YEARLY                           | 2000-12-25, 2026-12-25             | 1999-12-25
                    """)
    void an_event_that_comes_again_is_a_holiday_each_time(String start, String rule, String holidays, String working) {
        assertThat(HolidayCalendar.parse(event("DTSTART;VALUE=DATE:" + start, "RRULE:" + rule)))
                .containsAll(dates(holidays.split(", ")))
                .doesNotContainAnyElementsOf(dates(working.split(", ")));
    }

    @Test
    void days_may_be_added_and_left_out() {
        assertThat(HolidayCalendar.parse(event(
                        "DTSTART;VALUE=DATE:20261225",
                        "DTEND;VALUE=DATE:20261227",
                        "RRULE:FREQ=YEARLY;COUNT=3",
                        "EXDATE;VALUE=DATE:20271225",
                        "RDATE;VALUE=DATE:20270401,20270601")))
                .isEqualTo(dates(
                        "2026-12-25",
                        "2026-12-26",
                        "2028-12-25",
                        "2028-12-26",
                        "2027-04-01",
                        "2027-04-02",
                        "2027-06-01",
                        "2027-06-02"));
    }

    @Test
    void what_was_cancelled_is_worked() {
        assertThat(HolidayCalendar.parse(event("DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DTSTART:20261225T100000Z                                  | of whole days, not 20261225T100000Z
                    DTSTART;VALUE=DATE:20261332                               | a date that is none
                    DTEND;VALUE=DATE:20261225                                 | has no DTSTART
                    DTSTART;VALUE=DATE:20261225!DTEND;VALUE=DATE:20261224     | must end after it begins
                    DTSTART;VALUE=DATE:20261225!DTEND;VALUE=DATE:20281224     | within a year
                    DTSTART;VALUE=DATE:20261225!DURATION:PT4H                 | must last whole days
                    DTSTART;VALUE=DATE:20261225!RRULE:FREQ=SECONDLY           | by the day, the week, the month or the year
                    DTSTART;VALUE=DATE:20261225!RRULE:FREQ=DAILY;BYHOUR=8     | by the day, the week, the month or the year
                    DTSTART;VALUE=DATE:20261225!RRULE:FREQ=SOMETIMES          | RRULE that is not understood: FREQ=SOMETIMES
                    DTSTART;VALUE=DATE:20261225!RRULE:FREQ=YEARLY;BYDAY=4     | RRULE that is not understood
                    DTSTART;VALUE=DATE:20261225!RECURRENCE-ID;VALUE=DATE:20261224 | RECURRENCE-ID
                    DTSTART;VALUE=DATE:20261225!RDATE;VALUE=PERIOD:20260101T100000Z/PT4H | of whole days
                    """)
    void an_event_that_is_not_understood_whole_is_refused_by_its_name(String properties, String reason) {
        assertThatThrownBy(() -> HolidayCalendar.parse(event(properties.split("!"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event \"Feast\" ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\n",
                "<html>not found</html>"
            })
    void what_is_no_calendar_is_refused(String text) {
        assertThatThrownBy(() -> HolidayCalendar.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("iCalendar");
    }

    @Test
    void more_events_than_anybody_has_holidays_are_refused() {
        String many = event("DTSTART;VALUE=DATE:20261225")
                .replaceFirst("(?s)(BEGIN:VEVENT.*END:VEVENT\n)", "$1".repeat(1_001));

        assertThatThrownBy(() -> HolidayCalendar.parse(many)).hasMessageContaining("more than 1000 events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;VALUE=DATE:20000101!DURATION:P366D!RRULE:FREQ=DAILY",
                "DTSTART;VALUE=DATE:20000101!RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
                "DTSTART;VALUE=DATE:00010101!RRULE:FREQ=DAILY;COUNT=900000",
                "DTSTART;VALUE=DATE:20000101!RRULE:FREQ=DAILY;INTERVAL=0",
                "DTSTART;VALUE=DATE:20000101!RRULE:FREQ=WEEKLY!RRULE:FREQ=WEEKLY;COUNT=10400",
                "DTSTART;VALUE=DATE:20000101!DURATION:P100D!RRULE:FREQ=YEARLY;COUNT=400",
                "DTSTART;VALUE=DATE:20000101!RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
            })
    void a_few_lines_do_not_stand_for_more_days_than_anybody_has_holidays(String properties) {
        String ics = event(properties.split("!")).replaceFirst("(?s)(BEGIN:VEVENT.*END:VEVENT\n)", "$1".repeat(1_000));

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatThrownBy(() -> HolidayCalendar.parse(ics))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("event \"Feast\" brings this calendar to more than 20000 days"));
    }

    @Test
    void a_count_that_was_up_before_the_years_that_are_known_is_over() {
        assertThat(HolidayCalendar.parse(event("DTSTART;VALUE=DATE:19960104", "RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=TH")))
                .isEmpty();
    }

    @Test
    void a_rule_that_ends_before_it_begins_does_not_make_up_for_another() {
        assertThatThrownBy(() -> HolidayCalendar.parse(event(
                        "DTSTART;VALUE=DATE:20000101",
                        "RRULE:FREQ=DAILY;UNTIL=00010101",
                        "RRULE:FREQ=DAILY;BYMONTH=12;BYMONTHDAY=25")))
                .hasMessageContaining("more than 20000 days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20480301",
                "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=29;COUNT=7",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;UNTIL=20480301",
            })
    void a_rule_that_the_library_would_not_follow_to_its_end_is_refused(String rule) {
        assertThatThrownBy(() -> HolidayCalendar.parse(event("DTSTART;VALUE=DATE:20240229", "RRULE:" + rule)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event \"Feast\" has an RRULE that would be tried more than 1000 times in a row")
                .hasMessageContaining("by the year (FREQ=YEARLY)")
                .hasMessageContaining(rule);
    }

    @Test
    void a_count_of_what_a_rule_picks_from_every_day_is_refused_with_what_to_say_instead() {
        assertThatThrownBy(() -> HolidayCalendar.parse(
                        event("DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=DAILY;COUNT=3;BYDAY=TH,FR,SA")))
                .hasMessageContaining("with COUNT and BY… that would be tried")
                .hasMessageContaining("say until when it comes again (UNTIL), and not how often");
    }

    @Test
    void the_days_of_all_events_together_are_counted() {
        String weekly = event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=WEEKLY");
        String twice = weekly.replaceFirst("(?s)(BEGIN:VEVENT.*END:VEVENT\n)", "$1$1");

        assertThat(HolidayCalendar.parse(weekly)).hasSize(10_436);
        assertThatThrownBy(() -> HolidayCalendar.parse(twice)).hasMessageContaining("more than 20000 days");
    }

    @Test
    void a_rule_that_ends_soon_may_be_daily() {
        assertThat(HolidayCalendar.parse(event("DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=DAILY;COUNT=3")))
                .isEqualTo(dates("2026-12-24", "2026-12-25", "2026-12-26"));
        assertThat(HolidayCalendar.parse(
                        event("DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=DAILY;UNTIL=20261226;BYDAY=TH,FR,SA")))
                .isEqualTo(dates("2026-12-24", "2026-12-25", "2026-12-26"));
    }

    @Test
    void of_a_line_that_never_ends_the_beginning_is_quoted() {
        assertThatThrownBy(() -> HolidayCalendar.parse(
                        event("DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=YEARLY;BYYEARDAY=1" + ",1".repeat(100_000))))
                .hasMessageContaining("RRULE of more than 120 characters: FREQ=YEARLY;BYYEARDAY=1,1")
                .message()
                .hasSizeLessThan(300);
    }

    private static String event(String... properties) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nBEGIN:VEVENT\nUID:1@example.org\nSUMMARY:Feast\n"
                + String.join("\n", properties) + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private static Set<LocalDate> dates(String... dates) {
        return Arrays.stream(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
