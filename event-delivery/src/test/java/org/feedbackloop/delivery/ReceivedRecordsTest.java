package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.UnreadableEvent;
import org.junit.jupiter.api.Test;

class ReceivedRecordsTest {

    @Test
    void what_was_written_is_read() {
        var event = Feedbacks.said("ada", 1);

        assertThat(ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, Feedbacks.recordOf(event)))
                .isEqualTo(event);
    }

    @Test
    void a_record_without_a_value_is_unreadable() {
        var tombstone = new ConsumerRecord<byte[], byte[]>(Topics.FEEDBACK_RECEIVED, 0, 0, null, null);
        Feedbacks.recordOf(Feedbacks.said("ada", 1)).headers().forEach(tombstone.headers()::add);

        assertThatThrownBy(() -> ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, tombstone))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("no data");
    }

    @Test
    void a_header_without_a_value_is_a_header_that_is_missing() {
        var record = Feedbacks.recordOf(Feedbacks.said("ada", 1));
        record.headers().remove("ce_time").add("ce_time", null);

        assertThatThrownBy(() -> ReceivedRecords.read(EventType.FEEDBACK_RECEIVED, record))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("header ce_time is missing");
    }
}
