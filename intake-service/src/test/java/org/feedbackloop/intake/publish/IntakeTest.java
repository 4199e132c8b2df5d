package org.feedbackloop.intake.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackRejected;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.CanonicalAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Integration CALL_CENTRE = new Integration("call-centre", "acme", Set.of(Channel.PHONE_CALL));
    private static final String COLD_COFFEE = said("The coffee was cold", "ada@example.org", null);

    private final List<Event<?>> published = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CanonicalAdapter canonical = new CanonicalAdapter(new Normaliser("GB"));
    private CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);

    private final Intake intake = new Intake(
            event -> {
                published.add(event);
                return acknowledgement;
            },
            new ContactHash("a secret"),
            new KnownBodies(),
            new Tally(meters));

    @Test
    void what_is_accepted_is_published_first() {
        acknowledgement = new CompletableFuture<>();

        CompletableFuture<Answer> answer = post(COLD_COFFEE, null);

        assertThat(answer).isNotDone();
        acknowledgement.complete(null);
        assertThat(answer)
                .isCompletedWithValue(new Answer.Accepted(List.of(onlyFeedback().feedbackId())));
    }

    @Test
    void the_event_says_who_brought_it_and_when() {
        post("{\"channel\":\"phone-call\",\"text\":\"Cold\",\"occurredAt\":\"2026-03-01T09:00:00Z\"}", null);

        Event<?> event = published.get(0);
        assertThat(event.type()).isEqualTo(EventType.FEEDBACK_RECEIVED);
        assertThat(event.source()).isEqualTo("/intake-service");
        assertThat(event.time()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(event.recordedTime()).isEqualTo(NOW);
        assertThat(event.correlationId()).isEqualTo(FeedbackId.from(event.id()));
        assertThat(event.causationId()).isEqualTo(event.id());
        assertThat(event.subject()).isEqualTo(event.id().toString());
        assertThat(onlyFeedback().integration()).isEqualTo("call-centre");
        assertThat(onlyFeedback().brand()).isEqualTo("acme");
    }

    @Test
    void what_is_set_aside_is_kept_and_its_sender_is_answered_as_if_it_were_not() {
        RawRequest typedByMachine = new RawRequest(name -> null, "/forms/contact", "buy!".getBytes(UTF_8), NOW);

        Answer answer = intake.setAside(SetAside.bot(true), Channel.WEB_FORM, typedByMachine, CALL_CENTRE, null)
                .join();

        Event<?> event = published.get(0);
        assertThat(event.type()).isEqualTo(EventType.FEEDBACK_REJECTED);
        FeedbackRejected rejected = (FeedbackRejected) event.data();
        assertThat(rejected.reason()).isEqualTo("bot");
        assertThat(rejected.channel()).isEqualTo("web-form");
        assertThat(rejected.original()).isEqualTo("buy!".getBytes(UTF_8));
        assertThat(answer).isEqualTo(new Answer.Accepted(List.of(FeedbackId.from(event.id()))));
        assertThat(meters.counter("intake.set.aside", "channel", "web-form", "reason", "bot")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_retry_carries_the_id_of_the_first_try() {
        post(COLD_COFFEE, key("k-1"));
        post(COLD_COFFEE, key("k-1"));

        assertThat(published)
                .extracting(Event::id)
                .containsOnly(EventId.named("call-centre", "key", "k-1"))
                .hasSize(2);
    }

    @Test
    void a_providers_redelivery_carries_the_id_of_the_first() {
        post(said("Cold", null, "m-1"), null);
        post(said("Cold", null, "m-1"), null);

        assertThat(published)
                .extracting(Event::id)
                .containsOnly(EventId.named("call-centre", "message", "phone-call", "m-1"))
                .hasSize(2);
    }

    @Test
    void what_nothing_names_is_new_each_time() {
        post(COLD_COFFEE, null);
        post(COLD_COFFEE, null);

        assertThat(published).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void a_line_is_named_by_its_message_id_before_the_key_of_the_batch() {
        post(said("Cold", null, "m-1"), key("batch").forLine(1));
        post(COLD_COFFEE, key("batch").forLine(2));

        assertThat(published)
                .extracting(Event::id)
                .containsExactly(
                        EventId.named("call-centre", "message", "phone-call", "m-1"),
                        EventId.named("call-centre", "key", "batch line 2"));
    }

    @Test
    void a_key_that_is_used_for_another_body_is_refused() {
        post(COLD_COFFEE, key("k-1"));

        assertThat(kindOf(post(said("Another thing", null, null), key("k-1")))).isEqualTo(Kind.IDEMPOTENCY_KEY_REUSED);
        assertThat(published).hasSize(1);
    }

    @Test
    void a_body_that_was_mended_may_keep_its_key() {
        post("{\"channel\":\"phone-call\"}", key("k-1"));

        assertThat(post(COLD_COFFEE, key("k-1")).join()).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void one_contact_has_one_key_and_it_is_not_the_address() {
        post(COLD_COFFEE, null);
        post(said("Still cold", "ADA@example.org", null), null);
        post(said("Warm", "bob@example.org", null), null);

        assertThat(published.get(0).partitionKey())
                .isEqualTo(published.get(1).partitionKey())
                .isNotEqualTo(published.get(2).partitionKey())
                .doesNotContain("ada");
    }

    @Test
    void feedback_of_nobody_has_its_own_id_for_a_key() {
        post(said("Cold", null, null), null);

        assertThat(published.get(0).partitionKey())
                .isEqualTo(published.get(0).id().toString());
    }

    @Test
    void a_channel_that_the_integration_may_not_use_is_refused() {
        assertThat(kindOf(post("{\"channel\":\"sms\",\"text\":\"Cold\"}", null)))
                .isEqualTo(Kind.CHANNEL_NOT_ALLOWED);
        assertThat(published).isEmpty();
    }

    @Test
    void what_the_broker_does_not_acknowledge_is_not_accepted() {
        acknowledgement = CompletableFuture.failedFuture(new IllegalStateException(new IOException("away")));

        assertThat(kindOf(post(COLD_COFFEE, null))).isEqualTo(Kind.NOT_ACKNOWLEDGED);
    }

    @Test
    void what_became_of_it_is_counted_by_channel_and_reason() {
        post(COLD_COFFEE, null);
        post("{\"channel\":\"sms\",\"text\":\"Cold\"}", null);
        post("no", null);

        assertThat(meters.get("intake.accepted")
                        .tag("channel", "phone-call")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("intake.rejected")
                        .tags("channel", "sms", "reason", "channel-not-allowed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("intake.rejected")
                        .tags("channel", "unknown", "reason", "malformed-body")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private CompletableFuture<Answer> post(String body, @Nullable IdempotencyKey key) {
        RawRequest request =
                new RawRequest(name -> null, "https://feedback.example.org/v1/feedback", body.getBytes(UTF_8), NOW);
        return intake.accept(canonical::adapt, request, CALL_CENTRE, key, null);
    }

    private FeedbackReceived onlyFeedback() {
        assertThat(published).hasSize(1);
        return (FeedbackReceived) published.get(0).data();
    }

    private static Kind kindOf(CompletableFuture<Answer> answer) {
        return answer.join().fold(id -> null, problem -> problem.kind());
    }

    private static IdempotencyKey key(String value) {
        return new IdempotencyKey(value, 0);
    }

    private static String said(String text, @Nullable String email, @Nullable String messageId) {
        return "{\"channel\":\"phone-call\",\"text\":\"" + text + '"'
                + (email == null ? "" : ",\"customer\":{\"email\":\"" + email + "\"}")
                + (messageId == null ? "" : ",\"messageId\":\"" + messageId + '"')
                + '}';
    }
}
