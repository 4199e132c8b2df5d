package org.feedbackloop.routing.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.OTHER;
import static org.feedbackloop.routing.Said.said;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Words;
import org.junit.jupiter.api.Test;

class TypeModelTest {

    private static final int LAMP = TextFeatures.wordFeature(" lamp ", 1, 5);
    private static final int NAME = TextFeatures.wordFeature(" zofia ", 1, 6);

    private final TypeModel model = Models.knowing(
            Set.of("lamp"), new int[] {LAMP, NAME}, new float[][] {{2, -1, 0, 0, 0, 0}, {5, 0, 0, 0, 0, 0}});

    @Test
    void what_speaks_for_a_type_makes_it_likelier() {
        Likelihoods likelihoods = model.likelihoods(said("my lamp").statement());

        assertThat(likelihoods.likeliest()).isEqualTo(COMPLAINT);
        assertThat(Stream.of(FeedbackType.values()).mapToDouble(likelihoods::of).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void what_it_knows_nothing_of_is_other() {
        assertThat(model.likelihoods(said("xyz").statement()).likeliest()).isEqualTo(OTHER);
    }

    @Test
    void it_names_no_word_that_is_the_customers_alone() {
        assertThat(reasons("Zofia's lamp")).containsExactly("model: \"lamp\"");
        assertThat(reasons("Zofia")).isEmpty();
    }

    @Test
    void it_is_the_same_after_it_was_kept() throws IOException {
        byte[] kept = kept(model);
        TypeModel again = TypeModelFile.read(new ByteArrayInputStream(kept));

        assertThat(again.version()).isEqualTo(model.version());
        assertThat(again.weights()).isEqualTo(model.weights());
        assertThat(again.vocabulary()).isEqualTo(model.vocabulary());
        assertThat(kept(again)).isEqualTo(kept);
    }

    @Test
    void what_is_no_model_is_refused() throws IOException {
        byte[] kept = kept(model);
        byte[] cut = Arrays.copyOf(kept, kept.length - 3);

        assertThatThrownBy(() -> TypeModelFile.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class)
                .hasMessage("this is no type model");
        assertThatThrownBy(() -> TypeModelFile.read(new ByteArrayInputStream(cut)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_model_for_other_features_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TypeModelFile.write(model, new FeatureOptions(1, 2, true, true, true, true, true, true), bytes);

        assertThatThrownBy(() -> TypeModelFile.read(new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train it again");
    }

    @Test
    void calibrating_moves_every_score_and_keeps_the_file_small() {
        ModelWeights calibrated = model.weights().calibrated(2, new double[] {0, 0, 0, 0, 0, 1});
        FeatureVector text = new FeatureVector(new int[] {LAMP}, new float[] {1});

        double[] before = model.weights().scores(text);
        double[] after = calibrated.scores(text);

        for (int type = 0; type < before.length; type++) {
            assertThat(after[type]).isCloseTo(2 * before[type] + (type == 5 ? 1 : 0), within(1e-5));
        }
        assertThat(calibrated.weights()).isSameAs(model.weights().weights());
    }

    private List<String> reasons(String text) {
        Words words = Words.of(text);
        return model.reasons(words, model.known(words), COMPLAINT);
    }

    private static byte[] kept(TypeModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TypeModelFile.write(model, FeatureOptions.CHOSEN, bytes);
        return bytes.toByteArray();
    }
}
