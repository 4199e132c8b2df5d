package org.feedbackloop.routing.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;
import static org.feedbackloop.event.v1.FeedbackType.OTHER;
import static org.feedbackloop.event.v1.FeedbackType.PRAISE;
import static org.feedbackloop.event.v1.FeedbackType.QUESTION;
import static org.feedbackloop.event.v1.FeedbackType.REFERRAL;
import static org.feedbackloop.event.v1.RatingScale.NPS;
import static org.feedbackloop.event.v1.RatingScale.SMILEY;
import static org.feedbackloop.event.v1.RatingScale.STARS;
import static org.feedbackloop.routing.Said.nothing;
import static org.feedbackloop.routing.Said.said;
import static org.feedbackloop.routing.type.Cue.Strength.DECISIVE;
import static org.feedbackloop.routing.type.Cue.Strength.STRONG;
import static org.feedbackloop.routing.type.Cue.Strength.WEAK;

import java.util.List;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.routing.Said;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypesTest {

    private static final Language EN = new Language("en");
    private static final Language HI = new Language("hi");

    private static final List<Cue> CUES = List.of(
            new Cue(EN, COMPLAINT, STRONG, "broken"),
            new Cue(EN, COMPLAINT, STRONG, "would not recommend"),
            new Cue(EN, COMPLAINT, WEAK, "slow"),
            new Cue(EN, COMPLAINT, WEAK, "late"),
            new Cue(EN, PRAISE, STRONG, "recommend"),
            new Cue(EN, PRAISE, STRONG, "happy"),
            new Cue(EN, IDEA, STRONG, "recommend adding"),
            new Cue(EN, QUESTION, STRONG, "how do i"),
            new Cue(EN, QUESTION, DECISIVE, "opening hours"),
            new Cue(EN, COMPLAINT, DECISIVE, "model x9"),
            new Cue(HI, PRAISE, STRONG, "अच्छी"),
            new Cue(Language.UNDETERMINED, COMPLAINT, STRONG, "👎"));

    private static final List<Negation> NEGATIONS = List.of(
            new Negation(EN, List.of("not", "never"), Negation.Side.BEFORE, 2),
            new Negation(HI, List.of("नहीं"), Negation.Side.AFTER, 1));

    private final Types types = new Types(CUES, NEGATIONS, Models.knowingNothing());

    /** Praise is all it can think of. */
    private final Types sureOfPraise = new Types(CUES, NEGATIONS, Models.sureOf(PRAISE));

    @Test
    void what_a_consultant_says_comes_before_everything() {
        Statement statement = said("broken")
                .declaredAs(IDEA)
                .rated(STARS, 1)
                .meaning(ConsentWord.STOP)
                .statement()
                .correctedTo(PRAISE);

        Typed typed = types.of(statement, EN);

        assertThat(typed.primary()).isEqualTo(new Verdict<>(PRAISE, 1, List.of("corrected to praise"), "correction"));
        assertThat(typed.secondary()).isEmpty();
    }

    @Test
    void what_was_declared_decides() {
        Verdict<FeedbackType> verdict = of(said("broken").declaredAs(IDEA).rated(STARS, 1));

        assertThat(verdict.value()).isEqualTo(IDEA);
        assertThat(verdict.confidence()).isEqualTo(1);
    }

    @Test
    void declaring_it_other_says_nothing() {
        assertThat(of(said("broken").declaredAs(OTHER)).value()).isEqualTo(COMPLAINT);
    }

    @ParameterizedTest
    @EnumSource(names = {"STOP", "START"})
    void who_asks_us_to_stop_or_to_go_on_waits_for_no_answer_whatever_the_channel_calls_it(ConsentWord word) {
        Verdict<FeedbackType> verdict =
                of(said("broken").declaredAs(COMPLAINT).rated(STARS, 1).meaning(word));

        assertThat(verdict.value()).isEqualTo(OTHER);
        assertThat(verdict.confidence()).isEqualTo(1);
        assertThat(verdict.evidence()).containsExactly("consent word " + word.wireName());
    }

    @Test
    void who_asks_for_help_asks() {
        Verdict<FeedbackType> verdict = of(said("HELP").meaning(ConsentWord.HELP));

        assertThat(verdict.value()).isEqualTo(QUESTION);
        assertThat(verdict.evidence()).containsExactly("consent word help");
    }

    @ParameterizedTest
    @CsvSource({"NPS, 0", "NPS, 6", "STARS, 1", "STARS, 2", "CSAT, 2", "SMILEY, 1"})
    void who_gives_a_low_score_complains_however_kind_the_words(RatingScale scale, int score) {
        assertThat(of(said("I am happy").rated(scale, score)).value()).isEqualTo(COMPLAINT);
    }

    @ParameterizedTest
    @CsvSource({"NPS, 9", "NPS, 10", "STARS, 4", "CSAT, 5"})
    void a_high_score_without_words_praises(RatingScale scale, int score) {
        assertThat(of(nothing().rated(scale, score)).value()).isEqualTo(PRAISE);
    }

    @ParameterizedTest
    @CsvSource({"NPS, 7", "NPS, 8", "STARS, 3"})
    void a_middling_score_says_nothing(RatingScale scale, int score) {
        assertThat(of(nothing().rated(scale, score)).value()).isEqualTo(OTHER);
    }

    @Test
    void who_gives_five_stars_and_asks_waits_for_an_answer() {
        assertThat(of(said("How do I get another one").rated(SMILEY, 5)).value())
                .isEqualTo(QUESTION);
    }

    @Test
    void a_high_score_praises_where_the_words_say_nothing() {
        Verdict<FeedbackType> verdict = of(said("nothing of note").rated(NPS, 9));

        assertThat(verdict.value()).isEqualTo(PRAISE);
        assertThat(verdict.evidence()).contains("nps 9");
    }

    @Test
    void who_gives_a_low_score_does_not_praise_besides() {
        assertThat(types.of(said("I recommend it. I am happy").rated(NPS, 4).statement(), EN)
                        .secondary())
                .isEmpty();
    }

    @Test
    void who_complains_by_the_score_and_asks_in_words_does_both() {
        Typed typed = types.of(said("How do I get it back").rated(NPS, 4).statement(), EN);

        assertThat(typed.type()).isEqualTo(COMPLAINT);
        assertThat(typed.secondaryType()).contains(QUESTION);
    }

    @Test
    void a_second_opinion_decides_where_it_was_asked_for() {
        Typed typed = types.of(said("hm").statement().advisedAs(REFERRAL), EN);

        assertThat(typed.type()).isEqualTo(REFERRAL);
        assertThat(typed.primary().rule()).isEqualTo("second-opinion");
        assertThat(types.of(said("hm").declaredAs(IDEA).statement().advisedAs(REFERRAL), EN)
                        .type())
                .isEqualTo(IDEA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I recommend it                           | PRAISE
                    I would not recommend it                 | COMPLAINT
                    I recommend adding a bell                | IDEA
                    I am not very happy                      | COMPLAINT
                    I am not. Happy birthday                 | PRAISE
                    It was never broken                      | OTHER
                    never broken, I am happy                 | PRAISE
                    slow, late and slow, but I am happy      | PRAISE
                    slow                                     | COMPLAINT
                    👎                                       | COMPLAINT
                    nothing of note                          | OTHER
                    """)
    void cues_are_heard_in_their_context(String text, FeedbackType expected) {
        assertThat(of(said(text)).value()).isEqualTo(expected);
    }

    @Test
    void a_language_may_deny_after_the_word() {
        assertThat(types.of(said("सर्विस अच्छी नहीं है").statement(), HI).primary())
                .satisfies(verdict -> {
                    assertThat(verdict.value()).isEqualTo(COMPLAINT);
                    assertThat(verdict.evidence()).contains("not: अच्छी");
                });
    }

    @Test
    void the_cues_of_another_language_are_not_heard() {
        assertThat(types.of(said("broken").statement(), HI).type()).isEqualTo(OTHER);
    }

    @Test
    void in_an_unknown_language_every_cue_is_heard_with_less_confidence() {
        Verdict<FeedbackType> known = of(said("broken, would not recommend"));
        Verdict<FeedbackType> unknown = types.of(
                        said("broken, would not recommend").statement(), Language.UNDETERMINED)
                .primary();

        assertThat(unknown.value()).isEqualTo(COMPLAINT);
        assertThat(unknown.confidence()).isLessThan(known.confidence());
    }

    @Test
    void contrary_cues_lower_the_confidence() {
        assertThat(of(said("broken, but I am happy")).confidence())
                .isLessThan(of(said("broken")).confidence());
    }

    @Test
    void a_strong_cue_yields_to_a_model_that_is_sure_and_the_evidence_says_so() {
        Verdict<FeedbackType> verdict =
                sureOfPraise.of(said("broken").statement(), EN).primary();

        assertThat(verdict.value()).isEqualTo(PRAISE);
        assertThat(verdict.confidence())
                .isLessThan(sureOfPraise
                        .of(said("nothing of note").statement(), EN)
                        .primary()
                        .confidence());
        assertThat(verdict.evidence()).contains("model by itself: praise 0.99");
    }

    @Test
    void what_the_model_says_is_told_however_many_cues_are_heard() {
        List<String> words =
                List.of("bent", "cracked", "dented", "faded", "leaking", "rusty", "torn", "wobbly", "worn");
        Types heedful = new Types(
                words.stream().map(word -> new Cue(EN, COMPLAINT, STRONG, word)).toList(),
                List.of(),
                Models.sureOf(COMPLAINT));

        assertThat(heedful.of(said(String.join(" ", words)).statement(), EN)
                        .primary()
                        .evidence())
                .startsWith("model by itself: complaint 0.99", "bent")
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({"your opening hours are wonderful, QUESTION", "so happy with the Model X9, COMPLAINT"})
    void a_decisive_cue_decides_however_sure_the_model_is(String text, FeedbackType expected) {
        Verdict<FeedbackType> verdict =
                sureOfPraise.of(said(text).statement(), EN).primary();

        assertThat(verdict.value()).isEqualTo(expected);
        assertThat(verdict.rule()).isEqualTo("cue-words");
        assertThat(verdict.confidence()).isEqualTo(0.95);
    }

    @Test
    void of_two_decisive_cues_the_likelier_type_decides() {
        assertThat(of(said("model x9 broken, opening hours")).value()).isEqualTo(COMPLAINT);
        assertThat(of(said("model x9, opening hours, how do i")).value()).isEqualTo(QUESTION);
    }

    @Test
    void what_comes_with_the_words_goes_before_a_decisive_cue_and_a_second_opinion_after() {
        assertThat(of(said("model x9").declaredAs(IDEA)).value()).isEqualTo(IDEA);
        assertThat(types.of(said("model x9").statement().advisedAs(REFERRAL), EN)
                        .type())
                .isEqualTo(COMPLAINT);
    }

    @ParameterizedTest
    @EnumSource(names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void every_type_can_be_declared(FeedbackType type) {
        assertThat(of(said("x").declaredAs(type)).value()).isEqualTo(type);
    }

    private Verdict<FeedbackType> of(Said said) {
        return types.of(said.statement(), EN).primary();
    }
}
