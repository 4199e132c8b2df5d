package org.feedbackloop.routing.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.rules.Rules;
import org.feedbackloop.routing.type.CueWords;
import org.feedbackloop.routing.type.FeatureOptions;
import org.feedbackloop.routing.type.TypeModel;
import org.feedbackloop.routing.type.TypeModelFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final Path REPORT = Path.of("src/main/resources/org/feedbackloop/routing/type/type-model.md");

    /** It takes some seconds, and never changes. */
    private static Training training;

    private static String report;

    @BeforeAll
    static void train() throws IOException {
        training = Training.of(part());
        Rules rules = ShippedRules.document().rules();
        report = new Report(training, new CueWords(rules.cues(), rules.negations())).markdown();
    }

    @Test
    void the_shipped_model_is_of_the_corpus_and_the_code_that_are_here() throws IOException {
        assertThat(TypeModel.shipped().version())
                .as("run ./feedback train")
                .isEqualTo(Training.version(Corpus.read(CorpusTest.FOLDER)));
    }

    @Test
    void the_report_beside_it_is_of_that_model() throws IOException {
        assertThat(Files.readString(REPORT, UTF_8)).contains(TypeModel.shipped().version());
    }

    @Test
    void the_same_corpus_gives_the_same_bytes() throws IOException {
        assertThat(bytes(Training.of(part()))).isEqualTo(bytes(training));
    }

    @Test
    void a_part_of_the_corpus_already_teaches_something() {
        Confusion confusion = new Confusion();
        for (int text = 0; text < training.heldOut().length; text++) {
            confusion.add(training.corpus().texts().get(text).type(), HeldOut.highest(training.heldOut()[text]));
        }

        assertThat(confusion.macroF1()).isBetween(0.55, 0.9);
    }

    @Test
    void a_report_tells_what_was_learnt_from_and_how_well() {
        assertThat(report)
                .contains(
                        "Macro-F1 **0.",
                        "| language | complaint |",
                        "### hi: macro-F1",
                        "Expected calibration error 0.")
                .contains("| sittings |", "| bound |", "cue right")
                .contains(
                        "| complaint against praise, decided | of the two |",
                        "| language | texts | decided | of the two |");
    }

    @Test
    void the_report_measures_the_confidence_that_the_service_states() {
        // The likeliest of six has a sixth and more, and a complaint that goes before a question is likely besides.
        assertThat(report).contains("| 0.9 to 1.0 |").doesNotContain("| 0.0 to 0.1 |");
    }

    /** Every sixth text: enough to learn from, and soon done. */
    private static Corpus part() throws IOException {
        Corpus whole = Corpus.read(CorpusTest.FOLDER);
        return Corpus.of(IntStream.range(0, whole.texts().size())
                .filter(text -> text % 6 == 0)
                .mapToObj(whole.texts()::get)
                .toList());
    }

    private static byte[] bytes(Training training) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TypeModelFile.write(training.model(), FeatureOptions.CHOSEN, bytes);
        return bytes.toByteArray();
    }
}
