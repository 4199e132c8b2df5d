package org.feedbackloop.routing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.PRAISE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feedbackloop.routing.language.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static List<CorpusText> texts;
    private static Folds folds;

    @BeforeAll
    static void deal() throws IOException {
        texts = Corpus.read(CorpusTest.FOLDER).texts();
        folds = Folds.dealt(texts, 5);
    }

    @Test
    void near_duplicates_are_of_one_group_and_others_are_not() {
        int[] groups = NearDuplicates.groups(List.of(
                "The parcel has never arrived, and nobody answers the phone.",
                "Great service!",
                "the parcel has NEVER arrived and nobody answers the phone",
                "The parcel has never arrived and nobody at all answers your phone",
                "The lamp broke on the first day.",
                ""));

        assertThat(groups).containsExactly(0, 1, 0, 0, 4, 5);
    }

    @Test
    void near_duplicates_are_in_one_fold() {
        int[] groups =
                NearDuplicates.groups(texts.stream().map(CorpusText::text).toList());

        for (int text = 0; text < texts.size(); text++) {
            assertThat(folds.ofText()[text]).isEqualTo(folds.ofText()[groups[text]]);
        }
    }

    @Test
    void each_fold_gets_its_share_of_every_type_and_language_and_the_same_each_time() {
        Map<String, int[]> counts = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            String kind = texts.get(text).language() + "/" + texts.get(text).type();
            counts.computeIfAbsent(kind, any -> new int[5])[folds.ofText()[text]]++;
        }

        counts.forEach((kind, count) -> {
            double mean = Arrays.stream(count).average().orElseThrow();
            assertThat(Arrays.stream(count).boxed())
                    .as(kind)
                    .allSatisfy(fold -> assertThat(fold.doubleValue()).isBetween(mean * 0.7, mean * 1.4));
        });
        assertThat(Folds.dealt(texts, 5).ofText()).isEqualTo(folds.ofText());
    }

    @Test
    void portions_keep_together_what_stands_together() {
        List<CorpusText> texts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            texts.add(new CorpusText("en", new Language("en"), i % 2 == 0 ? COMPLAINT : PRAISE, null, "text " + i));
        }

        assertThat(Folds.portions(texts, 5).ofText()).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
    }
}
