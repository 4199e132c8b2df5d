package org.feedbackloop.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    private final GoldenFile complaint = GoldenFile.named(EventType.FEEDBACK_RECEIVED, "complaint-from-the-web-form");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_time",
                "ce_recordedtime",
                "ce_subject",
                "ce_correlationid",
                "ce_causationid",
                "ce_partitionkey"
            })
    void a_message_without_a_header_that_it_must_have_is_refused_by_the_header_s_name(String header) {
        assertThatThrownBy(() -> without(header).read())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("header " + header + " is missing");
        assertThatThrownBy(() -> with(header, " ").read()).hasMessage("header " + header + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_dataschema", "content-type", "traceparent"})
    void a_header_that_only_says_what_the_type_says_may_be_missing(String header) {
        assertThat(without(header).read().data()).isEqualTo(complaint.read().data());
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3, expected 1.0",
        "ce_type, org.feedbackloop.feedback.received.v2, expected org.feedbackloop.feedback.received.v1",
        "ce_type, org.feedbackloop.feedback.routed.v1, expected org.feedbackloop.feedback.received.v1",
        "ce_id, 4711, cannot be read",
        "ce_time, yesterday, cannot be read",
        "ce_recordedtime, 1772439295, cannot be read",
        "ce_correlationid, none, cannot be read",
        "ce_causationid, none, cannot be read"
    })
    void a_header_that_says_something_else_is_refused(String header, String value, String complaints) {
        assertThatThrownBy(() -> with(header, value).read())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContainingAll(header, '"' + value + '"', complaints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "my kettle leaks", "чайник"})
    void a_header_is_not_quoted_where_it_may_be_somebody_s_words(String words) {
        assertThatThrownBy(() -> with("ce_time", words).read())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("header ce_time cannot be read: something of " + words.length() + " characters");
    }

    /** An outbox keeps headers as lines: what passes here must be one. */
    @ParameterizedTest
    @ValueSource(strings = {"ce_source", "ce_subject", "ce_partitionkey", "ce_time"})
    void a_header_with_control_characters_is_refused(String header) {
        assertThatThrownBy(() -> with(header, "4711\nce_type=other").read())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("header " + header + " has control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "00-xyz-00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 "})
    void a_trace_that_cannot_be_read_is_left_out(String traceparent) {
        assertThat(with("traceparent", traceparent).read().traceparent()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | no data",
                "' '                               | its root",
                "null                              | data is null",
                "my kettle leaks                   | data is not JSON",
                "{\"text\": \"my kettle leaks      | data is not JSON",
                "{\"text\": \"my kettle leaks\"} x | its root",
                "{} {}                             | its root",
                "[]                                | its root",
                "\"my kettle leaks\"               | its root",
                "{}                                | feedbackId is missing",
                "{\"feedbackId\": \"my kettle\"}   | at feedbackId: not of the type expected there",
                "{\"contacts\": [{\"kind\": \"pigeon post\", \"value\": \"kettle\"}]} | contacts.[0].kind: not of the type",
                "{\"contacts\": [{\"kind\": \"email\"}]}          | contacts.[0]: contact value is missing",
                "{\"rating\": {\"scale\": \"stars\", \"score\": 6}} | rating: score on the scale stars must be 1 to 5, not 6",
                "{\"rating\": {\"scale\": \"stars\"}} | rating.score: not of the type expected there"
            })
    void data_that_is_none_is_refused_by_what_is_wrong_and_where(String data, String complaints) {
        assertThatThrownBy(() -> complaint.with(data.getBytes(UTF_8)).read())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(complaints)
                .message()
                .doesNotContain("kettle", "pigeon");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThatThrownBy(
                        () -> complaint.with(new byte[] {(byte) 0xff, 0, 1, 2}).read())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("data is not JSON");
    }

    @Test
    void data_nested_without_end_is_refused() {
        String deep = "{\"addedLater\":".repeat(100_000);

        assertThatThrownBy(() -> complaint.with(deep.getBytes(UTF_8)).read()).isInstanceOf(UnreadableEvent.class);
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** A consumer dead-letters what is unreadable; anything else that is thrown would stop it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happened_to_a_message_it_is_read_or_unreadable_and_nothing_else(int seed) {
        Random random = new Random(seed);
        for (GoldenFile golden : GoldenFile.all()) {
            GoldenFile damaged = damaged(golden, random);
            try {
                assertThat(damaged.read()).isNotNull();
            } catch (UnreadableEvent e) {
                assertThat(e.reason()).hasSizeLessThan(300).doesNotContain("example.org", "kettle", "F-12");
            }
        }
    }

    private static GoldenFile damaged(GoldenFile golden, Random random) {
        byte[] data = golden.message().data().clone();
        String structure = "{}[]\",:0123456789.-truefalsn\\u \n";
        for (int i = random.nextInt(4); i >= 0; i--) {
            data[random.nextInt(data.length)] = (byte) structure.charAt(random.nextInt(structure.length()));
        }
        Map<String, String> headers = new LinkedHashMap<>(golden.message().headers());
        if (random.nextInt(4) == 0) {
            headers.values()
                    .remove(random.nextInt(2) == 0 ? "1.0" : golden.type().wireName());
        }
        return golden.with(data).with(headers);
    }

    private GoldenFile without(String header) {
        Map<String, String> headers = new HashMap<>(complaint.message().headers());
        headers.remove(header);
        return complaint.with(headers);
    }

    private GoldenFile with(String header, String value) {
        Map<String, String> headers = new HashMap<>(complaint.message().headers());
        headers.put(header, value);
        return complaint.with(headers);
    }
}
