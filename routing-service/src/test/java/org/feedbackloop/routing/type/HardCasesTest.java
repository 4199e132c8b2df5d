package org.feedbackloop.routing.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are easily taken for something else, each with what it is and why. */
public class HardCasesTest {

    private static final Rules RULES = ShippedRules.document().rules();

    private final Types types = new Types(RULES.cues(), RULES.negations(), TypeModel.shipped());

    @ParameterizedTest(name = "{0}")
    @MethodSource("told")
    void a_hard_case_is_told_with_its_reason(HardCase hard) {
        Typed typed = types.of(hard.statement(), hard.language());

        assertThat(typed.type()).as("%s", typed).isEqualTo(hard.type());
        assertThat(String.join("\n", typed.primary().evidence())).contains(hard.evidence());
        if (hard.also() != null) {
            assertThat(typed.secondaryType()).as("%s", typed).contains(hard.also());
        }
    }

    @Test
    void there_are_twenty_and_more_in_each_language() throws IOException {
        Map<Language, Long> count = told().stream().collect(groupingBy(HardCase::language, counting()));

        assertThat(count).hasSize(6);
        assertThat(count.values()).allSatisfy(cases -> assertThat(cases).isGreaterThanOrEqualTo(20));
    }

    @Test
    void what_is_not_told_yet_is_said() throws IOException {
        List<HardCase> open = read("open");
        long told = open.stream()
                .filter(hard -> types.of(hard.statement(), hard.language()).type() == hard.type())
                .count();

        System.out.printf("%d of %d hard cases that were open are told by now%n", told, open.size());
        assertThat(open).hasSizeLessThan(told().size() / 10);
    }

    static List<HardCase> told() throws IOException {
        return read("told");
    }

    /** Those of both files. */
    public static List<String> texts() throws IOException {
        return Stream.concat(told().stream(), read("open").stream())
                .map(HardCase::text)
                .toList();
    }

    private static List<HardCase> read(String file) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                HardCasesTest.class.getResourceAsStream("/hard-cases/" + file + ".tsv"), UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(HardCase::parse)
                    .toList();
        }
    }

    /** One of them; no secondary type or score where there is none. */
    record HardCase(
            Language language, FeedbackType type, FeedbackType also, Rating rating, String evidence, String text) {

        static HardCase parse(String line) {
            String[] columns = line.split("\t");
            return new HardCase(
                    new Language(columns[0]),
                    type(columns[1]),
                    type(columns[2]),
                    rating(columns[3]),
                    columns[4],
                    columns[5]);
        }

        Statement statement() {
            return Statement.of(null, text, null, null, rating, About.NOTHING, null);
        }

        private static FeedbackType type(String name) {
            return name.equals("-") ? null : FeedbackType.valueOf(name.toUpperCase(Locale.ROOT));
        }

        private static Rating rating(String written) {
            if (written.equals("-")) {
                return null;
            }
            String[] parts = written.split(" ");
            return new Rating(RatingScale.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return language + " " + type.wireName() + ": " + text;
        }
    }
}
