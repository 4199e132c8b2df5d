package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.TopicReader;

/** All feedback that was published until a moment. */
record PublishedFeedback(List<ConsumerRecord<byte[], byte[]>> records) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static PublishedFeedback upToNow(String broker) {
        return new PublishedFeedback(new TopicReader(broker).readToEnd(Topics.FEEDBACK_RECEIVED));
    }

    /** One for every time that it was published. */
    List<String> idsOf(String text) {
        return records.stream()
                .filter(record -> text.equals(data(record).path("text").asText()))
                .map(record ->
                        new String(record.headers().lastHeader(CloudEvents.ID).value(), UTF_8))
                .toList();
    }

    JsonNode saying(String text) {
        return records.stream()
                .map(PublishedFeedback::data)
                .filter(data -> text.equals(data.path("text").asText()))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> conversation(String conversation) {
        return records.stream()
                .map(PublishedFeedback::data)
                .filter(data -> conversation.equals(data.path("conversation").asText()))
                .toList();
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> record) {
        try {
            return MAPPER.readTree(record.value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
