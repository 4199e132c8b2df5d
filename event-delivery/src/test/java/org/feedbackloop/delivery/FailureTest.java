package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.feedbackloop.event.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    private static final String WORDS = "Key (value)=(ada@example.org) already exists";

    /** Connection lost, deadlock, too many connections, lock not to be had, shutting down, disk broken. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "40P01", "40001", "53300", "55P03", "57P01", "57P03", "58030"})
    void what_the_server_says_of_itself_is_not_blamed_on_an_event(String state) {
        assertThat(new Failure(wrapped(new SQLException(WORDS, state))).isOfTheWorld())
                .isTrue();
    }

    /** A key that exists, a NUL in a text, a column that is missing, a statement that took too long. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42703", "57014"})
    void what_the_server_says_of_a_statement_may_be_blamed_on_an_event(String state) {
        assertThat(new Failure(wrapped(new SQLException(WORDS, state))).isOfTheWorld())
                .isFalse();
        assertThat(new Failure(wrapped(new BatchUpdateException(WORDS, state, new int[0]))).isOfTheWorld())
                .isFalse();
    }

    @Test
    void a_pool_that_has_no_connection_is_of_the_world() {
        assertThat(new Failure(wrapped(new SQLException("acquisition timeout"))).isOfTheWorld())
                .isTrue();
    }

    @Test
    void a_broker_that_does_not_answer_is_of_the_world_and_one_that_finds_an_event_too_large_is_not() {
        assertThat(new Failure(unacknowledged(new TimeoutException("expired"))).isOfTheWorld())
                .isTrue();
        assertThat(new Failure(unacknowledged(new RecordTooLargeException("too large"))).isOfTheWorld())
                .isFalse();
    }

    @Test
    void our_own_mistake_is_not_of_the_world() {
        assertThat(new Failure(new IllegalStateException("no such stage")).isOfTheWorld())
                .isFalse();
    }

    @Test
    void a_reason_says_what_our_code_said_and_where() {
        assertThat(new Failure(new IllegalStateException("no stage after lost")).reason())
                .matches("no stage after lost: IllegalStateException at FailureTest\\.java:\\d+");
    }

    @Test
    void a_reason_does_not_quote_what_a_library_said() {
        RuntimeException ofJdk = failureOf(() -> Objects.requireNonNull(null, WORDS));

        assertThat(new Failure(ofJdk).reason()).startsWith("NullPointerException at FailureTest.java:");
        assertThat(new Failure(new CompletionException(ofJdk)).reason()).doesNotContain(WORDS);
    }

    @Test
    void a_reason_says_what_could_not_be_done_and_the_state_of_the_database() {
        assertThat(new Failure(wrapped(new SQLException(WORDS, "23505"))).reason())
                .startsWith("cannot store the case: SQL state 23505 at FailureTest.java:");
    }

    @Test
    void causes_that_go_in_a_circle_come_to_an_end() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));

        assertThat(new Failure(one).reason()).startsWith("one: RuntimeException");
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException("cannot store the case", cause);
    }

    private static BrokerUnavailable unacknowledged(Exception cause) {
        return new BrokerUnavailable(EventId.named("any"), "any.topic", cause);
    }

    private static RuntimeException failureOf(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("did not fail");
    }
}
