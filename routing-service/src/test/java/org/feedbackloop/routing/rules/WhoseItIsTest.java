package org.feedbackloop.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.harm.Harm;
import org.feedbackloop.routing.obligation.Duty;
import org.feedbackloop.routing.priority.Step;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.queue.WorkingTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rules document says of categories, calendars, queues and harm. */
class WhoseItIsTest {

    private static final String SOUND = """
            name: small-1
            languages:
              en: {script: latin, words: [the, and]}
              pl: {script: latin, words: [jest, nie]}
            categories:
              - {path: product, skus: [X-1, KIT-*], words: {en: [item]}}
              - {path: product/kitchen, products: [kettle], skill: cooking}
            calendars:
              office: {zone: Europe/Warsaw, week: {monday: ["09:00-18:00"], friday: ["09:00-12:00"]}, holidays: [2026-12-25]}
              late: {extends: office, zone: Europe/Lisbon, week: {friday: ["12:00-20:00"]}, holidays: {dates: [2026-12-28]}}
            queues:
              - {name: kitchen, categories: [product/kitchen], languages: [en], skills: [cooking], calendar: late,
                 capacity: 40, overflow: kitchen-too, fallback: general}
              - {name: kitchen-too, languages: [en, pl], skills: [cooking, law], calendar: office}
              - {name: general, calendar: office}
            fallback: general
            harm:
              injury:
                words: {en: [injur*], pl: [zranił*]}
                unless: {en: [injury time]}
                supervisor: true
                skill: law
                duty: {action: call, within: 4h, acknowledgeWithin: 30m}
              slander: {words: {en: [slander*]}, priority: high}
            skills: {referral: cooking}
            priorities: {worstScore: high, types: {praise: low}, classes: {A: sooner, C: later}}
            obligations: {}
            """;

    @Test
    void it_is_understood_whole() {
        Rules rules = RulesDocument.parse(SOUND).rules();

        assertThat(rules.categories()).extracting(Category::skill).containsExactly(null, "cooking");
        assertThat(rules.categories().get(0).skus())
                .extracting(Object::toString)
                .containsExactly("X-1", "KIT-*");
        assertThat(rules.skillsOfCategories()).isEqualTo(Map.of("product/kitchen", "cooking"));
        assertThat(rules.skills()).isEqualTo(Map.of(FeedbackType.REFERRAL, "cooking"));
        assertThat(rules.classes()).isEqualTo(Map.of(CustomerClass.A, Step.SOONER, CustomerClass.C, Step.LATER));

        Queue kitchen = rules.queues().get(0);
        assertThat(kitchen.skills()).isEqualTo(Set.of("cooking"));
        assertThat(kitchen.capacity()).isEqualTo(40);
        assertThat(kitchen.overflow()).isEqualTo("kitchen-too");
        assertThat(kitchen.fallback()).isEqualTo("general");
        assertThat(rules.queues().get(1).capacity()).isNull();

        Duty call = new Duty("call", WorkingTime.parse("4h"), WorkingTime.parse("30m"));
        assertThat(rules.harm())
                .containsExactly(
                        new Harm(
                                "injury",
                                List.of("injur*", "zranił*"),
                                List.of("injury time"),
                                Priority.URGENT,
                                true,
                                "law",
                                call),
                        new Harm("slander", List.of("slander*"), List.of(), Priority.HIGH, false, null, null));
        assertThat(rules.dutiesOfHarm()).isEqualTo(Map.of("injury", call));
    }

    @Test
    void a_calendar_that_extends_another_says_only_what_is_otherwise() {
        Rules rules = RulesDocument.parse(SOUND).rules();

        // A Friday at noon in Lisbon, where the day begins then. The 25th is a Friday too, and a holiday, as is the
        // 28th.
        Instant friday = Instant.parse("2026-12-18T12:00:00Z");
        assertThat(WorkingTime.parse("8h").after(friday, rules.queues().get(0).calendar()))
                .isEqualTo("2026-12-18T20:00:00Z");
        assertThat(WorkingTime.parse("18h").after(friday, rules.queues().get(0).calendar()))
                .isEqualTo("2027-01-01T13:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    path: product/kitchen      | path: garden/kitchen       | 7  | categories[1]            | no category garden before it
                    path: product/kitchen      | path: product              | 7  | categories[1]            | product is there twice
                    KIT-*                      | "*"                        | 6  | categories[0].skus[1]    | 1 to 100 characters
                    KIT-*                      | x-1                        | 6  | categories[0].skus[1]    | in a category already
                    skill: cooking             | skill: magic               | 7  | categories[1].skill      | no queue has the skill magic; known: cooking, law
                    skill: cooking             | skill: Cooking!            | 7  | categories[1].skill      | lower-case letters
                    {referral: cooking}        | {referral: magic}          | 25 | skills.referral          | no queue has the skill magic
                    {referral: cooking}        | {referrer: cooking}        | 25 | skills.referrer          | must be one of complaint
                    extends: office            | extends: weekend           | 10 | calendars.late.extends   | no calendar weekend before this one; known: office
                    extends: office            | extends: late              | 10 | calendars.late.extends   | no calendar late before
                    zone: Europe/Lisbon        | zone: Europe/Lissabon      | 10 | calendars.late.zone      | Europe/Lissabon
                    12:00-20:00                | 20:00-04:00                | 10 | calendars.late.week.friday[0] | over midnight it is two
                    dates: [2026-12-28]        | days: [2026-12-28]         | 10 | calendars.late.holidays.days  | unknown
                    dates: [2026-12-28]        | dates: [28.12.2026]        | 10 | calendars.late.holidays.dates[0] | 28.12.2026
                    dates: [2026-12-28]        | dates: [2226-12-28]        | 10 | calendars.late           | 2000 to 2199
                    dates: [2026-12-28]        | ics: nonsense              | 10 | calendars.late.holidays.ics | no iCalendar
                    capacity: 40               | capacity: many             | 13 | queues[0].capacity       | whole number
                    capacity: 40               | capacity: 0                | 12 | queues[0]                | 1 or more
                    'capacity: 40, '           | ''                         | 12 | queues[0]                | a queue that overflows has a capacity
                    overflow: kitchen-too      | overflow: cellar           | 13 | queues[0].overflow       | there is no queue cellar
                    overflow: kitchen-too      | overflow: kitchen          | 13 | queues[0].overflow       | goes round in a circle
                    overflow: kitchen-too      | overflow: general          | 13 | queues[0].overflow       | queue general lacks a language or a skill of queue kitchen
                    fallback: general}         | fallback: kitchen}         | 13 | queues[0].fallback       | goes round in a circle
                    fallback: general}         | fallback: cellar}          | 13 | queues[0].fallback       | there is no queue cellar
                    name: kitchen-too          | name: kitchen              | 14 | queues[1]                | kitchen is there twice
                    {name: general, calendar: office} | {name: general, calendar: office, fallback: kitchen-too} | 16 | fallback | cannot have one of its own
                    supervisor: true           | supervisor: maybe          | 21 | harm.injury.supervisor   | must be true or false
                    skill: law                 | skill: lore                | 22 | harm.injury.skill        | no queue has the skill lore
                    within: 4h                 | within: 4w                 | 23 | harm.injury.duty.within  | such as 30m, 4h or 3d
                    priority: high             | priority: higher           | 24 | harm.slander.priority    | must be one of urgent
                    'slander: {'               | 'Slander!: {'              | 24 | harm.Slander!            | lower-case letters
                    unless: {en                | unless: {ru                | 20 | harm.injury.unless.ru    | none of the languages
                    A: sooner                  | D: sooner                  | 26 | priorities.classes.D     | must be one of A, B, C
                    A: sooner                  | A: now                     | 26 | priorities.classes.A     | must be one of sooner, later
                    """)
    void what_is_wrong_is_refused_with_its_line_place_and_reason(
            String sound, String wrong, int line, String path, String reason) {
        assertThat(SOUND).contains(sound);

        var refused = catchThrowableOfType(
                RulesRefused.class,
                () -> RulesDocument.parse(SOUND.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(wrong))));

        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(line);
        });
    }
}
