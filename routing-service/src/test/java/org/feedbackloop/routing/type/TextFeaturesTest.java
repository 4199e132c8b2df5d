package org.feedbackloop.routing.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.feedbackloop.routing.Said.said;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFeaturesTest {

    private final TextFeatures features = new TextFeatures(FeatureOptions.CHOSEN, Lexicon.shipped());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It doesn't work   | it doesnt work
                    Złe i drogie      | zle i drogie
                    ещё жду           | еще жду
                    نمی‌رسد            | نمی رسد
                    order 4711        | order 9926
                    """)
    void the_same_words_are_the_same_features_however_they_are_written(String one, String other) {
        assertThat(counted(one)).isEqualTo(counted(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Is it late       | Is it late?
                    not bad          | bad not
                    order 4711       | order 47
                    WHERE IS MY BAG  | where is my bag
                    """)
    void what_makes_a_difference_to_people_makes_one_here(String one, String other) {
        assertThat(counted(one)).isNotEqualTo(counted(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "👍", "?", "...", "a", "𝒜𝒷𝒸", "\uD83D"})
    void every_text_can_be_read(String text) {
        counted(text).keySet().forEach(feature -> assertThat(feature).isBetween(0, TextFeatures.SPACE - 1));
    }

    @Test
    void features_are_of_the_block_that_they_are_in() {
        FeatureVector vector =
                FeatureVector.of(features.of(said("the lamp broke").statement()));

        double[] squares = new double[TextFeatures.BLOCKS];
        for (int i = 0; i < vector.features().length; i++) {
            squares[TextFeatures.blockOf(vector.features()[i])] += vector.values()[i] * (double) vector.values()[i];
        }

        for (int block = 0; block < squares.length; block++) {
            float weight = FeatureVector.blockWeights()[block];
            assertThat(squares[block]).isCloseTo(weight * weight, within(1e-4));
        }
    }

    @Test
    void a_word_has_the_number_that_it_is_asked_for_by() {
        assertThat(counted("the lamp broke")).containsKeys(number(" lamp "), number(" broke "), number(" lamp broke "));
    }

    private static int number(String folded) {
        return TextFeatures.wordFeature(folded, 1, folded.length() - 1);
    }

    private Map<Integer, Integer> counted(String text) {
        Map<Integer, Integer> counted = new TreeMap<>();
        features.of(said(text).statement()).each(counted::put);
        return counted;
    }
}
