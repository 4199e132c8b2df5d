package org.feedbackloop.routing.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.feedbackloop.routing.Received;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.backtest.Findings.Example;
import org.feedbackloop.routing.backtest.Findings.Move;
import org.feedbackloop.routing.backtest.Findings.StepFindings;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.SoundRules;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String STRICTER =
            SoundRules.TEXT.replace("small-1", "small-2").replace("strong: [broken]", "strong: [broken, cracked]");

    /** What is cracked is for the same people as an invoice. */
    private static final String WIDER =
            SoundRules.TEXT.replace("name: small-1", "name: small-2").replace("[invoice*]", "[invoice*, cracked]");

    @Test
    void under_the_same_rules_nothing_moves() {
        Comparison comparison = comparison(SoundRules.TEXT);
        say(comparison, "The lamp is broken", "The invoice is wrong and the lamp is late");

        Findings findings = comparison.findings();

        assertThat(findings.compared()).isEqualTo(2);
        assertThat(findings.moved()).isZero();
        assertThat(findings.steps())
                .extracting(StepFindings::step)
                .containsExactly(
                        "language",
                        "type",
                        "category",
                        "queue",
                        "priority",
                        "obligation",
                        "supervisor",
                        "secondary-type",
                        "secondary-obligation");
        assertThat(findings.steps()).allSatisfy(step -> assertThat(step.moves()).isEmpty());
        assertThat(step(findings, "category").table())
                .isEqualTo(Map.of("general", Map.of("general", 1L), "billing", Map.of("billing", 1L)));
    }

    @Test
    void what_moves_is_counted_by_step_and_shown_with_both_findings() {
        Comparison comparison = comparison(WIDER);
        say(
                comparison,
                "The lamp is broken",
                "The glass is cracked and the frame too",
                "The cup is cracked",
                "The end");

        Findings findings = comparison.findings();

        assertThat(findings.live()).startsWith("small-1-");
        assertThat(findings.draft()).startsWith("small-2-");
        assertThat(findings.moved()).isEqualTo(2);
        StepFindings category = step(findings, "category");
        assertThat(category.moved()).isEqualTo(2);
        assertThat(category.table()).isEqualTo(Map.of("general", Map.of("billing", 2L, "general", 2L)));
        Move move = category.moves().get(0);
        assertThat(move).extracting(Move::from, Move::to, Move::count).containsExactly("general", "billing", 2L);
        Example example = move.examples().get(0);
        assertThat(example.excerpt()).isEqualTo("The glass is cracked and the frame too");
        assertThat(example.live().value()).isEqualTo("general");
        assertThat(example.draft().value()).isEqualTo("billing");
        assertThat(example.draft().evidence()).contains("cracked");
        assertThat(example.toString()).doesNotContain("glass");
        assertThat(step(findings, "type").moved()).isZero();
    }

    @Test
    void what_is_owed_otherwise_or_at_another_time_moves() {
        assertThat(owed(SoundRules.TEXT.replace("within: 3d", "within: 30d"))).isEqualTo("resolve, due later");
        assertThat(owed(SoundRules.TEXT.replace("within: 3d", "within: 1d"))).isEqualTo("resolve, due sooner");
        assertThat(owed(SoundRules.TEXT.replace("acknowledgeWithin: 4h", "acknowledgeWithin: 1h")))
                .isEqualTo("resolve, acknowledged sooner");
        assertThat(owed(SoundRules.TEXT.replace(", acknowledgeWithin: 4h", "")))
                .isEqualTo("resolve, no longer acknowledged");
        assertThat(owed(SoundRules.TEXT.replace("action: resolve", "action: replace")))
                .isEqualTo("replace");
        assertThat(owed(SoundRules.TEXT.replace("complaint: {action: resolve", "idea: {action: decide")))
                .isEqualTo("none");
    }

    /** Where to the one feedback moves that was owed a resolution. */
    private static String owed(String draft) {
        Comparison comparison = comparison(draft);
        say(comparison, "The lamp is broken");

        Findings findings = comparison.findings();

        assertThat(findings.moved()).isEqualTo(1);
        Move move = step(findings, "obligation").moves().get(0);
        assertThat(move.from()).isEqualTo("resolve");
        assertThat(move.examples().get(0).live().value()).startsWith("resolve by ");
        return move.to();
    }

    @Test
    void who_no_longer_goes_before_a_supervisor_moves() {
        Comparison comparison = new Comparison(
                router(SoundRules.TEXT.replace("[injur*]}", "[injur*]}, supervisor: true")), router(SoundRules.TEXT));
        say(comparison, "Somebody was injured", "The lamp is broken");

        StepFindings supervisor = step(comparison.findings(), "supervisor");

        assertThat(supervisor.table()).isEqualTo(Map.of("yes", Map.of("no", 1L), "no", Map.of("no", 1L)));
        assertThat(supervisor.moves().get(0).examples().get(0).live().value()).isEqualTo("yes");
    }

    @Test
    void what_is_owed_because_of_what_is_said_besides_moves() {
        Comparison comparison = comparison(SoundRules.TEXT + "  question: {action: answer, within: 1d}\n");
        say(comparison, "It was broken the day it came. When will there be a new one?");

        Findings findings = comparison.findings();

        assertThat(step(findings, "secondary-type").table()).isEqualTo(Map.of("question", Map.of("question", 1L)));
        assertThat(step(findings, "secondary-obligation").table()).isEqualTo(Map.of("none", Map.of("answer", 1L)));
        assertThat(findings.moved()).isEqualTo(1);
    }

    @Test
    void how_full_a_queue_is_at_this_moment_says_nothing_about_the_past() {
        String crowded = SoundRules.TEXT.replace(
                "languages: [en], calendar: office}",
                "languages: [en], calendar: office, capacity: 1, overflow: general}");
        Iterator<Integer> filling = Stream.iterate(0, open -> open + 1).iterator();
        Router router = new Router(RulesDocument.parse(crowded), queue -> OptionalInt.of(filling.next()));
        Comparison comparison = new Comparison(router, router);
        say(comparison, "The invoice is broken", "The invoice is late");

        Findings findings = comparison.findings();

        assertThat(findings.moved()).isZero();
        assertThat(step(findings, "queue").table()).isEqualTo(Map.of("billing", Map.of("billing", 2L)));
    }

    @Test
    void the_commonest_move_comes_first_and_has_ten_examples() {
        Comparison comparison = comparison(STRICTER.replace("small-2", "small-3")
                .replace("path: billing, products: [invoice plus]", "path: billing, products: [receipt]")
                .replace("pages: [checkout], words: {en: [invoice*]}", "pages: [], words: {en: [receipt*]}"));
        for (int i = 0; i < 25; i++) {
            say(comparison, "The receipt is number " + i);
        }
        say(comparison, "The invoice is number one");

        StepFindings category = step(comparison.findings(), "category");

        assertThat(category.moves())
                .extracting(Move::from, Move::count)
                .containsExactly(tuple("general", 25L), tuple("billing", 1L));
        assertThat(category.moves().get(0).examples()).hasSize(10);
    }

    @Test
    void an_excerpt_is_short_on_one_line_and_of_whole_characters() {
        Comparison comparison = comparison(WIDER);
        say(comparison, "cracked\n\n \t cracked " + "👍".repeat(200));

        String excerpt = step(comparison.findings(), "category")
                .moves()
                .get(0)
                .examples()
                .get(0)
                .excerpt();

        assertThat(excerpt).startsWith("cracked cracked 👍").endsWith("👍…").hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void counts_of_every_step_add_up_whatever_is_said() {
        Comparison comparison = comparison(STRICTER);
        List<String> words = List.of("broken", "cracked", "late", "not", "the", "invoice", "и", "der", "👍", "?");
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            say(
                    comparison,
                    String.join(
                            " ",
                            random.ints(6, 0, words.size()).mapToObj(words::get).toList()));
        }

        Findings findings = comparison.findings();

        assertThat(findings.steps()).allSatisfy(step -> {
            assertThat(step.table().values().stream()
                            .flatMap(row -> row.values().stream())
                            .mapToLong(count -> count)
                            .sum())
                    .isEqualTo(500);
            assertThat(step.moved()).isLessThanOrEqualTo(findings.moved());
        });
    }

    private static Comparison comparison(String draft) {
        return new Comparison(router(SoundRules.TEXT), router(draft));
    }

    private static Router router(String rules) {
        return new Router(RulesDocument.parse(rules));
    }

    private static void say(Comparison comparison, String... texts) {
        for (String text : texts) {
            var event = Received.received(text).event();
            comparison.add(event.data(), event.recordedTime());
        }
    }

    private static StepFindings step(Findings findings, String name) {
        return findings.steps().stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
