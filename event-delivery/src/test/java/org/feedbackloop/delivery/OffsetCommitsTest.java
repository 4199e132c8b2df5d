package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** With Kafka's own stand-in for a consumer, whose broker can be away. */
class OffsetCommitsTest {

    private static final TopicPartition FIRST = new TopicPartition("feedback.routed.v1", 0);
    private static final TopicPartition SECOND = new TopicPartition("feedback.routed.v1", 1);

    private final Client client = new Client();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final OffsetCommits commits = new OffsetCommits(this::poll, later::add);

    @Test
    void what_was_handled_is_committed_as_the_next_offset_to_read() {
        commits.handled(FIRST, 41);

        assertThat(client.committedOffset(FIRST)).isEqualTo(42);
    }

    @Test
    void a_commit_that_fails_is_made_again_without_another_record() {
        client.brokerIsAway = true;
        commits.handled(FIRST, 41);
        client.brokerIsAway = false;
        passTime();

        assertThat(client.committedOffset(FIRST)).isEqualTo(42);
    }

    @Test
    void what_is_handled_while_the_broker_is_away_is_committed_with_the_rest() {
        client.brokerIsAway = true;
        commits.handled(FIRST, 41);
        commits.handled(SECOND, 7);
        commits.handled(FIRST, 50);
        passTime();
        client.brokerIsAway = false;
        passTime();

        assertThat(client.committedOffset(FIRST)).isEqualTo(51);
        assertThat(client.committedOffset(SECOND)).isEqualTo(8);
        assertThat(later).isEmpty();
    }

    @Test
    void a_partition_that_was_taken_from_us_is_left_to_its_new_consumer() {
        client.brokerIsAway = true;
        commits.handled(FIRST, 41);
        commits.handled(SECOND, 7);
        client.assign(List.of(SECOND));
        client.brokerIsAway = false;
        passTime();

        assertThat(client.asked).doesNotContainKey(FIRST);
        assertThat(client.committedOffset(SECOND)).isEqualTo(8);
    }

    @Test
    void a_client_that_cannot_be_used_for_a_while_is_asked_again() {
        client.isBusy = true;
        commits.handled(FIRST, 41);
        passTime();
        client.isBusy = false;
        passTime();

        assertThat(client.committedOffset(FIRST)).isEqualTo(42);
        assertThat(later).isEmpty();
    }

    @Test
    void after_the_end_nothing_is_asked_for() {
        client.isBusy = true;
        commits.terminate(true);
        commits.handled(FIRST, 41);

        assertThat(later).isEmpty();
    }

    private void poll(
            java.util.function.Consumer<Consumer<?, ?>> action,
            java.util.function.Consumer<? super Throwable> onFailure) {
        if (client.isBusy) {
            onFailure.accept(new IllegalStateException("the polling thread has been stopped"));
        } else {
            action.accept(client);
        }
    }

    private void passTime() {
        later.remove().run();
    }

    private static final class Client extends MockConsumer<byte[], byte[]> {

        private boolean brokerIsAway;
        private boolean isBusy;
        private Map<TopicPartition, OffsetAndMetadata> asked = Map.of();

        Client() {
            super(AutoOffsetResetStrategy.EARLIEST.name());
            assign(List.of(FIRST, SECOND));
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            asked = offsets;
            if (brokerIsAway) {
                callback.onComplete(offsets, new RetriableCommitFailedException("the coordinator is loading"));
            } else {
                super.commitAsync(offsets, callback);
            }
        }

        long committedOffset(TopicPartition partition) {
            return committed(Set.of(partition)).get(partition).offset();
        }
    }
}
