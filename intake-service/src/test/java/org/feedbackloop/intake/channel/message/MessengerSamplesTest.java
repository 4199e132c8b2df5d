package org.feedbackloop.intake.channel.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.SampleTally;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Draft;
import org.junit.jupiter.api.Test;

/** The providers' own examples go through with the expected result. */
class MessengerSamplesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void every_sample_of_telegram_goes_through() {
        SampleTally tally = new SampleTally(new TelegramAdapter(Adapting.NORMALISER));

        for (Path sample : files("webhooks/telegram")) {
            tally.take(request(read(sample)));
        }

        tally.print();
        assertThat(tally.samples()).isEqualTo(12);
        assertThat(tally.accepted()).isEqualTo(7);
        assertThat(tally.setAside()).isEqualTo(Map.of("empty", 3, "unknown-kind", 2));
    }

    @Test
    void every_sample_of_whatsapp_goes_through() {
        SampleTally tally = new SampleTally(new WhatsAppAdapter(Adapting.NORMALISER));

        for (Path sample : files("webhooks/whatsapp")) {
            read(sample)
                    .forEach(payload -> assertThat(tally.take(request(payload)).drafts())
                            .allSatisfy(MessengerSamplesTest::assertNamed));
        }

        tally.print();
        assertThat(tally.samples()).isEqualTo(41);
        assertThat(tally.accepted()).isEqualTo(18);
        assertThat(tally.setAside()).isEqualTo(Map.of("empty", 10, "unknown-kind", 6, "status", 7));
    }

    @Test
    void every_sample_of_viber_goes_through() {
        SampleTally tally = new SampleTally(new ViberAdapter(Adapting.NORMALISER));

        for (Path sample : files("webhooks/viber")) {
            assertThat(tally.take(request(read(sample))).drafts()).allSatisfy(MessengerSamplesTest::assertNamed);
        }

        tally.print();
        assertThat(tally.samples()).isEqualTo(4);
        assertThat(tally.accepted()).isEqualTo(3);
        assertThat(tally.setAside()).isEqualTo(Map.of("unknown-kind", 1));
    }

    @Test
    void vibers_token_keeps_all_its_digits() {
        RawRequest sample = request(read(SharedSamples.require("webhooks/viber/message.json")));

        assertThat(Adapting.draft(new ViberAdapter(Adapting.NORMALISER)::adapt, sample)
                        .messageId())
                .isEqualTo("4912661846655238145");
    }

    private static void assertNamed(Draft draft) {
        assertThat(draft.messageId()).isNotNull();
        assertThat(draft.contacts()).isNotEmpty();
    }

    private static RawRequest request(JsonNode payload) {
        return Adapting.request(payload.toString().getBytes(UTF_8));
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(SharedSamples.require(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
