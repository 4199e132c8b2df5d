package org.feedbackloop.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuesTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            "office", ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, List.of(Shift.parse("09:00-18:00"))), Set.of());

    private static final Skill LAW = new Skill("legal", "harm legal");

    private final Queue general = new Queue("general", Set.of(), Set.of(), CALENDAR);
    private final List<Queue> all = List.of(
            new Queue("billing-pl", Set.of("billing"), languages("pl"), Set.of(), CALENDAR, 3, "billing", null),
            new Queue(
                    "billing",
                    Set.of("billing"),
                    languages("en", "ru", "pl"),
                    Set.of(),
                    CALENDAR,
                    5,
                    "night",
                    "abroad"),
            new Queue("night", Set.of(), Set.of(), Set.of(), CALENDAR, 2, null, null),
            new Queue("delivery", Set.of("delivery"), Set.of(), CALENDAR),
            new Queue("law-en", Set.of(), languages("en"), Set.of("legal"), CALENDAR, null, null, "abroad"),
            new Queue("returns-law", Set.of("returns"), languages("en"), Set.of("legal"), CALENDAR, null, null, null),
            new Queue("abroad", Set.of(), languages("hi", "fa"), Set.of(), CALENDAR, null, null, "translators"),
            new Queue("translators", Set.of(), Set.of(), CALENDAR),
            general);

    @ParameterizedTest
    @CsvSource({
        "billing,         pl,  billing-pl",
        "billing,         en,  billing",
        "billing/invoice, en,  billing",
        "delivery,        und, delivery",
        "billings,        en,  general",
        "general,         en,  general",
        "unheard/of,      en,  general",
    })
    void the_first_that_answers_for_it_and_speaks_the_language_takes_it(
            String category, String language, String expected) {
        assertThat(name(of(category, language, null, Workload.UNKNOWN))).isEqualTo(expected);
    }

    @Test
    void where_it_does_not_speak_the_language_its_own_fallback_is_asked_and_the_one_of_that() {
        var verdict = of("billing", "hi", null, Workload.UNKNOWN);

        assertThat(name(verdict)).isEqualTo("abroad");
        assertThat(verdict.evidence())
                .containsExactly("queue billing does not take language hi", "its fallback is queue abroad");
        assertThat(verdict.rule()).isEqualTo("fallback");
        assertThat(name(of("billing", "und", null, Workload.UNKNOWN))).isEqualTo("translators");
    }

    @Test
    void what_has_no_words_goes_to_the_first_whatever_it_speaks() {
        Queues queues = new Queues(all, general, Workload.UNKNOWN);

        assertThat(queues.of("billing", null, null))
                .extracting(QueuesTest::name, Verdict::evidence)
                .containsExactly("billing-pl", List.of("category billing", "no words"));
        assertThat(queues.of("billing", null, LAW))
                .extracting(QueuesTest::name, Verdict::evidence)
                .containsExactly("law-en", List.of("skill legal for harm legal", "no words"));
        assertThat(queues.of("unheard/of", null, new Skill("magic", "harm magic")))
                .extracting(QueuesTest::name, Verdict::evidence)
                .containsExactly("general", List.of("no queue with skill magic", "no queue for category unheard/of"));
    }

    @Test
    void where_nobody_falls_back_on_who_speaks_the_language_the_general_queue_takes_it() {
        Queues few = new Queues(List.of(all.get(0), all.get(2), general), general, Workload.UNKNOWN);

        var verdict = few.of("billing", new Language("hi"), null);

        assertThat(name(verdict)).isEqualTo("general");
        assertThat(verdict.evidence()).containsExactly("no queue for category billing in language hi");
    }

    @Test
    void who_has_the_skill_takes_it_whatever_it_is_about() {
        var verdict = of("billing", "en", LAW, Workload.UNKNOWN);

        assertThat(name(verdict)).isEqualTo("law-en");
        assertThat(verdict.evidence()).containsExactly("skill legal for harm legal", "language en");
        assertThat(verdict.rule()).isEqualTo("skill");
    }

    @Test
    void of_those_with_the_skill_the_one_for_the_category_goes_first() {
        assertThat(name(of("returns/warranty", "en", LAW, Workload.UNKNOWN))).isEqualTo("returns-law");
    }

    @Test
    void where_who_has_the_skill_does_not_speak_the_language_its_fallback_does() {
        var verdict = of("billing", "fa", LAW, Workload.UNKNOWN);

        assertThat(name(verdict)).isEqualTo("abroad");
        assertThat(verdict.evidence())
                .containsExactly(
                        "no queue with skill legal in language fa",
                        "queue law-en does not take language fa",
                        "its fallback is queue abroad");
    }

    @Test
    void where_nobody_has_the_skill_it_is_answered_without_and_that_is_said() {
        var verdict = of("billing", "en", new Skill("magic", "category billing"), Workload.UNKNOWN);

        assertThat(name(verdict)).isEqualTo("billing");
        assertThat(verdict.evidence())
                .containsExactly("no queue with skill magic in language en", "category billing", "language en");
    }

    @Test
    void what_comes_to_a_queue_that_is_over_its_capacity_goes_to_its_overflow() {
        var verdict = of("billing", "pl", null, open(Map.of("billing-pl", 4)));

        assertThat(name(verdict)).isEqualTo("billing");
        assertThat(verdict.value().overflowFrom().name()).isEqualTo("billing-pl");
        assertThat(verdict.rule()).isEqualTo("overflow");
        assertThat(verdict.evidence())
                .containsExactly(
                        "category billing", "language pl", "queue billing-pl is over its capacity: 4 of 3 open");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, billing-pl",
        "3, 0, 0, billing",
        "3, 4, 0, billing",
        "3, 5, 1, night",
        "9, 9, 2, billing-pl",
    })
    void overflows_are_tried_in_turn_and_where_all_are_full_it_stays_where_it_belongs(
            int polish, int billing, int night, String expected) {
        Workload load = open(Map.of("billing-pl", polish, "billing", billing, "night", night));

        var verdict = of("billing", "pl", null, load);

        assertThat(name(verdict)).isEqualTo(expected);
        assertThat(verdict.value().overflowFrom() == null).isEqualTo(expected.equals("billing-pl"));
    }

    @Test
    void a_full_queue_says_so_even_where_everything_is_full() {
        var verdict = of("billing", "pl", null, open(Map.of("billing-pl", 3, "billing", 6, "night", 2)));

        assertThat(verdict.evidence())
                .contains(
                        "queue billing-pl is at its capacity: 3 of 3 open",
                        "queue billing is over its capacity: 6 of 5 open",
                        "queue night is at its capacity: 2 of 2 open");
        assertThat(verdict.rule()).isEqualTo("queue");
    }

    @Test
    void while_nobody_has_counted_every_queue_has_room() {
        assertThat(name(of("billing", "pl", null, Workload.UNKNOWN))).isEqualTo("billing-pl");
    }

    @Test
    void a_queue_without_a_capacity_takes_all_there_is() {
        assertThat(name(of("delivery", "en", null, open(Map.of("delivery", 100_000)))))
                .isEqualTo("delivery");
    }

    @Test
    void a_category_asks_for_the_skill_of_the_branch_above_and_goes_before_the_type() {
        Skills skills = new Skills(Map.of("website", "technical"), Map.of(FeedbackType.REFERRAL, "sales"));

        assertThat(skills.askedBy("website/app", FeedbackType.REFERRAL))
                .contains(new Skill("technical", "category website"));
        assertThat(skills.askedBy("billing", FeedbackType.REFERRAL)).contains(new Skill("sales", "type referral"));
        assertThat(skills.askedBy("billing", FeedbackType.IDEA)).isEmpty();
    }

    @Test
    void an_overflow_needs_a_capacity_and_that_is_more_than_nothing() {
        assertThatThrownBy(() -> new Queue("q", Set.of(), Set.of(), Set.of(), CALENDAR, null, "other", null))
                .hasMessage("a queue that overflows has a capacity");
        assertThatThrownBy(() -> new Queue("q", Set.of(), Set.of(), Set.of(), CALENDAR, 0, null, null))
                .hasMessage("the capacity of a queue is 1 or more");
    }

    private Verdict<Placement> of(String category, String language, Skill skill, Workload load) {
        return new Queues(all, general, load).of(category, new Language(language), skill);
    }

    private static String name(Verdict<Placement> verdict) {
        return verdict.value().queue().name();
    }

    private static Workload open(Map<String, Integer> cases) {
        return queue -> OptionalInt.of(cases.getOrDefault(queue, 0));
    }

    private static Set<Language> languages(String... codes) {
        return Stream.of(codes).map(Language::new).collect(Collectors.toSet());
    }
}
