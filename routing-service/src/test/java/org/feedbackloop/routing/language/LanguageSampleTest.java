package org.feedbackloop.routing.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.feedbackloop.routing.SharedSamples;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;

/** Sentences, pairs of words and single words in twenty-one languages, collected by others. */
class LanguageSampleTest {

    private final Languages languages =
            new Languages(ShippedRules.document().rules().languages(), LetterGroups.shipped());

    @Test
    void languages_are_told_in_texts_by_others() throws IOException {
        List<String> lines = Files.readAllLines(SharedSamples.require("understanding/languages.tsv"));

        LanguageReport report = LanguageReport.of(languages, lines);

        System.out.println(report.text());
        System.out.println("Even lines: " + half(lines, 0).summary());
        System.out.println("Odd lines:  " + half(lines, 1).summary());
        assertThat(report.right("sentence")).isGreaterThanOrEqualTo(0.985);
        assertThat(report.right("word_pair")).isGreaterThanOrEqualTo(0.97);
        assertThat(report.notTaken()).isGreaterThanOrEqualTo(0.90);
        assertThat(report.notTaken("sentence")).isGreaterThanOrEqualTo(0.98);
    }

    private LanguageReport half(List<String> lines, int which) {
        return LanguageReport.of(
                languages,
                IntStream.range(0, lines.size())
                        .filter(line -> line % 2 == which)
                        .mapToObj(lines::get)
                        .toList());
    }
}
