package org.feedbackloop.journey.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.WireMessage;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackReceived;

/** The texts that the type model learns from, as intake-service would have published them. */
final class ReceivedFeedback {

    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");
    private static final long SEED = 4;
    private static final int TEXT_COLUMN = 2;

    private ReceivedFeedback() {}

    /** @param corpus the folder with a file of texts for each language */
    static void fill(String bootstrapServers, Path corpus, int events, int customers) throws IOException {
        List<String> texts = texts(corpus);
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 20);
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            for (int i = 0; i < events; i++) {
                Event<FeedbackReceived> event =
                        said(i, texts.get(i % texts.size()), "customer-" + i % customers + "@example.org");
                WireMessage message = CloudEvents.write(event);
                var record = new ProducerRecord<>(
                        event.type().topic(), event.partitionKey().getBytes(UTF_8), message.data());
                message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
                producer.send(record);
            }
            producer.flush();
        }
    }

    private static List<String> texts(Path corpus) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] columns = line.split("\t", -1);
                    if (columns.length > TEXT_COLUMN && !line.startsWith("#")) {
                        texts.add(columns[TEXT_COLUMN].replace("\\n", "\n"));
                    }
                }
            }
        }
        if (texts.isEmpty()) {
            throw new BrokenBench("There are no texts in " + corpus);
        }
        Collections.shuffle(texts, new Random(SEED));
        return texts;
    }

    private static Event<FeedbackReceived> said(int number, String text, String email) {
        EventId id = EventId.named("bench", Integer.toString(number));
        FeedbackId feedbackId = FeedbackId.from(id);
        Instant at = BEGIN.plusMillis(number);
        return new Event<>(
                id,
                EventType.FEEDBACK_RECEIVED,
                "/intake-service",
                at,
                at,
                feedbackId.toString(),
                feedbackId,
                id,
                email,
                null,
                new FeedbackReceived(
                        feedbackId,
                        Channel.WEB_FORM,
                        "bench",
                        "shop",
                        List.of(new Contact(ContactKind.EMAIL, email)),
                        "Ada Marsh",
                        null,
                        text,
                        null,
                        null,
                        null,
                        About.NOTHING));
    }
}
