package org.feedbackloop.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.WireMessage;

/** Reads events from Kafka's records. */
public final class ReceivedRecords {

    private static final byte[] NOTHING = {};

    private ReceivedRecords() {}

    /** @throws org.feedbackloop.event.UnreadableEvent if the record is not an event of the expected type */
    public static <T extends Record> Event<T> read(EventType<T> expected, ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>(24);
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        String key = record.key() == null ? null : new String(record.key(), UTF_8);
        byte[] data = record.value() == null ? NOTHING : record.value();
        return CloudEvents.read(expected, new WireMessage(key, headers, data));
    }
}
