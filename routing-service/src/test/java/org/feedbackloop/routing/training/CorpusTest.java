package org.feedbackloop.routing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.HardCasesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {

    static final Path FOLDER = Path.of("src/training/corpus");

    @Test
    void there_are_120_and_more_of_each_type_in_each_language() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        Corpus.read(FOLDER).texts().forEach(text -> counts.merge(text.language() + "/" + text.type(), 1, Integer::sum));

        for (String language : List.of("en", "es", "fa", "hi", "pl", "ru")) {
            for (FeedbackType type : EnumSet.complementOf(EnumSet.of(FeedbackType.OTHER))) {
                assertThat(counts.get(language + "/" + type))
                        .as(language + " " + type)
                        .isGreaterThanOrEqualTo(120);
            }
        }
    }

    @Test
    void no_text_stands_there_twice_in_a_language() throws IOException {
        Set<String> seen = new HashSet<>();
        for (CorpusText text : Corpus.read(FOLDER).texts()) {
            assertThat(seen.add(text.language() + text.text())).as(text.text()).isTrue();
        }
    }

    @Test
    void no_hard_case_is_in_the_corpus_or_nearly_so() throws IOException {
        List<String> all = new ArrayList<>(
                Corpus.read(FOLDER).texts().stream().map(CorpusText::text).toList());
        int corpus = all.size();
        all.addAll(HardCasesTest.texts());
        int[] groups = NearDuplicates.groups(all);

        for (int hard = corpus; hard < all.size(); hard++) {
            assertThat(groups[hard])
                    .as(all.get(hard) + " is like " + all.get(groups[hard]))
                    .isEqualTo(hard);
        }
    }

    @Test
    void a_corpus_is_called_after_all_that_is_in_it(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("en-a.tsv"), "# by hand\ncomplaint\tquestion\tIt broke.\\nWhat now?\n");
        Corpus one = Corpus.read(folder);
        Files.writeString(folder.resolve("en-a.tsv"), "complaint\tquestion\tIt broke.\\nWhat now?\n");
        Corpus same = Corpus.read(folder);
        Files.writeString(folder.resolve("en-a.tsv"), "complaint\t-\tIt broke.\\nWhat now?\n");
        Corpus other = Corpus.read(folder);

        assertThat(one.texts()).singleElement().satisfies(text -> {
            assertThat(text.text()).isEqualTo("It broke.\nWhat now?");
            assertThat(text.language().code()).isEqualTo("en");
            assertThat(text.also()).isEqualTo(FeedbackType.QUESTION);
            assertThat(CorpusText.parse("en-a", text.line())).isEqualTo(text);
        });
        assertThat(same.digest()).isEqualTo(one.digest());
        assertThat(other.digest()).isNotEqualTo(one.digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rant~-~It broke.               | there is no type rant
                    complaint~-                    | three columns, not 2
                    complaint~-~It broke.~twice    | three columns, not 4
                    complaint~complaint~It broke.  | are the same
                    complaint~-~~                  | three columns, not 4
                    complaint~-~                   | there is no text
                    """)
    void what_is_no_line_of_a_corpus_is_named(String line, String reason, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("en.tsv"), "praise\t-\tGreat\n" + line.replace('~', '\t') + "\n");

        assertThatThrownBy(() -> Corpus.read(folder))
                .hasMessageContaining("en.tsv:2:")
                .hasMessageContaining(reason);
    }
}
