package org.feedbackloop.routing.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;
import static org.feedbackloop.event.v1.FeedbackType.QUESTION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.local.TestStack;
import org.feedbackloop.routing.Corrected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What consultants correct, read from the topics of a real broker. */
class CorrectionsConsumerComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final String bootstrapServers = TestStack.attach().bootstrapServers();
    private final CorrectionsConsumer consumer = new CorrectionsConsumer(bootstrapServers, LIMIT);

    @TempDir
    private Path folder;

    @Test
    void a_correction_is_exported_with_the_words_it_is_about_and_a_later_one_in_its_place() throws IOException {
        Path file = folder.resolve("corrections.tsv");
        Event<FeedbackReceived> said = Corrected.said("A lamp that one can dim");
        String heading = "# feedback " + said.data().feedbackId();
        publish(said, Corrected.correction(said, IDEA, NOON));

        consumer.writeTo(file);

        assertThat(Files.readAllLines(file, UTF_8)).containsSequence(heading, "idea\t-\tA lamp that one can dim");
        assertThat(consumer.writeTo(file)).isZero();

        publish(Corrected.correction(said, QUESTION, NOON.plusSeconds(60)));

        assertThat(consumer.writeTo(file)).isOne();
        assertThat(Files.readAllLines(file, UTF_8))
                .containsSequence(heading, "question\t-\tA lamp that one can dim")
                .doesNotContain("idea\t-\tA lamp that one can dim");
    }

    @Test
    void without_a_broker_the_file_stays_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.tsv"), "praise\t-\tNice\n");

        assertThatThrownBy(() -> new CorrectionsConsumer("127.0.0.1:1", Duration.ofSeconds(1)).writeTo(file))
                .isInstanceOf(KafkaException.class);

        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
        assertThat(file).hasContent("praise\t-\tNice");
    }

    private void publish(Event<?>... events) {
        Map<String, Object> kafka = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (EventPublisher publisher = EventPublisher.connect(kafka, LIMIT)) {
            for (String topic : List.of(Topics.FEEDBACK_RECEIVED, Topics.CASE_CHANGED)) {
                await().atMost(LIMIT).until(() -> publisher.isReadyFor(topic));
            }
            for (Event<?> event : events) {
                publisher.publish(event).join();
            }
        }
    }
}
