package org.feedbackloop.routing.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterGroupsTest {

    private static final OpenNlpModel OURS = OpenNlpModel.shipped();
    private static final LanguageDetectorModel THEIRS = read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                " x ",
                " the lamp has not arrived ",
                " zażółć gęślą jaźń ",
                " заказ ещё не пришёл ",
                " سفارش هنوز نرسیده ",
                " ऑर्डर अभी तक नहीं आया ",
                " 注文が届きません "
            })
    void with_nothing_held_against_what_was_never_seen_they_say_what_opennlp_says(String text) {
        LetterGroups letterGroups = new LetterGroups(OURS, 0);

        double[] ours = shares(letterGroups.likeness(text));

        double[] theirs = THEIRS.getMaxentModel().eval(groups(text));
        for (int i = 0; i < theirs.length; i++) {
            assertThat(ours[i]).as(letterGroups.names().get(i)).isCloseTo(theirs[i], within(1e-5));
        }
    }

    @Test
    void languages_have_two_letters_where_they_can() {
        assertThat(LetterGroups.shipped().names())
                .contains("en", "es", "fa", "hi", "pl", "ru", "uk", "zh", "ast")
                .doesNotContain("eng", "pes", "fas");
    }

    @Test
    void they_know_which_languages_they_know() {
        assertThat(LetterGroups.shipped().knows(new Language("fa"))).isTrue();
        assertThat(LetterGroups.shipped().knows(new Language("xx"))).isFalse();
        assertThat(LetterGroups.shipped().knows(Language.UNDETERMINED)).isFalse();
    }

    private static LanguageDetectorModel read() {
        try (InputStream file = OpenNlpModel.open()) {
            return new LanguageDetectorModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] shares(float[] likeness) {
        double[] shares = new double[likeness.length];
        double all = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(likeness[i]);
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    private static String[] groups(String text) {
        List<String> groups = new ArrayList<>();
        for (int length = 1; length <= 3; length++) {
            for (int at = 0; at + length <= text.length(); at++) {
                groups.add(text.substring(at, at + length));
            }
        }
        return groups.toArray(String[]::new);
    }
}
