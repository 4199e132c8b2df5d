package org.feedbackloop.bench.bare;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the contract adds to a body: the attributes of a CloudEvent as headers, and the fields of the event that no body
 * names. All of it ready beforehand, so that it costs its bytes and nothing else.
 */
final class Envelope {

    private static final String ID = "35d7d7fc-a7b6-5086-8b98-a5e482dcba82";

    private static final Map<String, byte[]> ATTRIBUTES = bytesOf(Map.ofEntries(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", ID),
            Map.entry("ce_source", "/intake-service"),
            Map.entry("ce_type", "org.feedbackloop.feedback.received.v1"),
            Map.entry("ce_time", "2026-03-02T08:14:55.120Z"),
            Map.entry("ce_recordedtime", "2026-03-02T08:14:55.431Z"),
            Map.entry("ce_subject", ID),
            Map.entry("ce_dataschema", "urn:org.feedbackloop:schema:feedback.received.v1"),
            Map.entry("ce_correlationid", ID),
            Map.entry("ce_causationid", ID),
            Map.entry("ce_partitionkey", "189a36c810a49ba7a3eb5881dd81aab15dc3ea6824ef2e0e0711086627b1ccce"),
            Map.entry("content-type", "application/json"),
            Map.entry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")));

    /** The id of the feedback, its integration, and how the customer can be reached. */
    private static final int FIELDS = 100;

    private Envelope() {}

    static ProducerRecord<byte[], byte[]> around(String topic, byte[] key, byte[] body) {
        byte[] data = Arrays.copyOf(body, body.length + FIELDS);
        Arrays.fill(data, body.length, data.length, (byte) ' ');
        var record = new ProducerRecord<>(topic, key, data);
        ATTRIBUTES.forEach((name, value) -> record.headers().add(name, value));
        return record;
    }

    private static Map<String, byte[]> bytesOf(Map<String, String> texts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        texts.forEach((name, text) -> bytes.put(name, text.getBytes(US_ASCII)));
        return bytes;
    }
}
