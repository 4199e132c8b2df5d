package org.feedbackloop.routing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.QUESTION;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @Test
    void quotes_commas_and_ends_of_lines_are_read_as_spreadsheets_write_them() {
        assertThat(Samples.parse("""
                        text,type,intent
                        Where is it,question,x
                        "It broke, ""again"".
                        Sigh.",complaint,y"""))
                .containsExactly(
                        new Samples.Sample("Where is it", QUESTION),
                        new Samples.Sample("It broke, \"again\".\nSigh.", COMPLAINT));
    }

    @Test
    void what_is_there_is_reported_and_what_is_not_is_said(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("languages.tsv"),
                "lang\tkind\ttext\nen\tsentence\tThe lamp that I ordered has not arrived\n"
                        + "en\tsentence\tLa lámpara que pedí no ha llegado\n");

        String report = new OthersReport(ShippedRules.document()).markdown(Samples.in(folder));

        assertThat(report)
                .contains("There are no texts of bank customers.", "## Languages", "50.0 of 2", "sentences 50.0 %");
    }

    @Test
    void texts_by_others_are_told_better_than_by_chance() throws IOException {
        Optional<Samples> samples = Samples.above(Path.of(""));
        assumeTrue(samples.isPresent(), "There is no shared/samples/understanding around this checkout.");

        String report = new OthersReport(ShippedRules.document()).markdown(samples.get());

        System.out.println(report);
        assertThat(report).containsPattern("Macro-F1 \\*\\*0\\.[7-9]");
    }
}
