package org.feedbackloop.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ConsentChanged;
import org.feedbackloop.event.v1.ConsentPurpose;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.CustomerChange;
import org.feedbackloop.event.v1.Direction;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpResult;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.event.v1.RejectedBy;
import org.feedbackloop.event.v1.StageModel;
import org.feedbackloop.event.v1.StageMove;
import org.feedbackloop.event.v1.SurveyAnnounced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once written can still be read, and means what it meant. A golden file is added to, never changed. */
class GoldenFilesTest {

    private static final String ALL = "org.feedbackloop.event.GoldenFile#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void every_message_still_follows_the_schema_of_its_type(GoldenFile golden) {
        assertThat(JsonSchemas.complaints(golden)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void every_message_still_carries_its_envelope(GoldenFile golden) {
        var event = golden.read();
        var headers = golden.message().headers();

        assertThat(event.id()).hasToString(headers.get("ce_id"));
        assertThat(event.type()).isEqualTo(golden.type());
        assertThat(event.source()).isEqualTo(headers.get("ce_source"));
        assertThat(event.time()).isEqualTo(headers.get("ce_time"));
        assertThat(event.recordedTime()).isEqualTo(headers.get("ce_recordedtime"));
        assertThat(event.subject()).isEqualTo(headers.get("ce_subject"));
        assertThat(event.correlationId()).hasToString(headers.get("ce_correlationid"));
        assertThat(event.causationId()).hasToString(headers.get("ce_causationid"));
        assertThat(event.partitionKey()).isEqualTo(golden.message().key()).isEqualTo(headers.get("ce_partitionkey"));
        assertThat(event.traceparent()).isEqualTo(headers.get("traceparent"));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void what_is_written_of_it_today_follows_the_schema_and_keeps_everything(GoldenFile golden) {
        WireMessage again = CloudEvents.write(golden.read());

        assertThat(JsonSchemas.complaints(golden.type(), again.data())).isEmpty();
        assertThat(again.key()).isEqualTo(golden.message().key());
        assertThat(again.headers()).isEqualTo(golden.message().headers());
        assertThat(CloudEvents.read(golden.type(), again))
                .usingRecursiveComparison()
                .isEqualTo(golden.read());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void no_field_is_lost_on_the_way(GoldenFile golden) {
        var again = golden.with(CloudEvents.write(golden.read()).data()).data();

        golden.data()
                .properties()
                .forEach(field ->
                        assertThat(again.get(field.getKey())).as(field.getKey()).isNotNull());
    }

    @Test
    void every_type_has_at_least_two_and_no_file_belongs_to_none() throws IOException {
        try (Stream<Path> folders = Files.list(GoldenFile.folder())) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            EventType.all().stream().map(EventType::topic).toList());
        }
        for (EventType<?> type : EventType.all()) {
            assertThat(GoldenFile.all().stream().filter(golden -> golden.type().equals(type)))
                    .as(type.topic())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void the_complaint_from_the_web_form_says_what_it_said() {
        var feedback = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "complaint-from-the-web-form")
                .data();

        assertThat(feedback.feedbackId()).isEqualTo(FeedbackId.parse("35d7d7fc-a7b6-5086-8b98-a5e482dcba82"));
        assertThat(feedback.channel()).isEqualTo(Channel.WEB_FORM);
        assertThat(feedback.integration()).isEqualTo("forms/contact");
        assertThat(feedback.brand()).isEqualTo("northwind");
        assertThat(feedback.contacts())
                .containsExactly(
                        new Contact(ContactKind.EMAIL, "ada.kowalski@example.org"),
                        new Contact(ContactKind.PHONE, "+48221234567"));
        assertThat(feedback.customerName()).isEqualTo("Ada Kowalski");
        assertThat(feedback.subject()).isEqualTo("Kettle leaks after two weeks");
        assertThat(feedback.text()).startsWith("I bought the Brewster kettle").endsWith("\n\nAda ☕️");
        assertThat(feedback.language()).isEqualTo("en-GB");
        assertThat(feedback.declaredType()).isEqualTo(FeedbackType.COMPLAINT);
        assertThat(feedback.rating()).isEqualTo(new Rating(RatingScale.STARS, 2));
        assertThat(feedback.about())
                .isEqualTo(new About(
                        "kitchen/kettles",
                        "BRW-1.7",
                        "NW-2026-004711",
                        "https://shop.example.org/orders/NW-2026-004711",
                        "Warszawa, Złota 44"));
    }

    @Test
    void the_smiley_at_a_kiosk_says_no_more_than_it_said() {
        var event = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "smiley-at-a-kiosk");

        assertThat(event.partitionKey()).isEqualTo(event.id().toString());
        assertThat(event.data().channel()).isEqualTo(Channel.KIOSK);
        assertThat(event.data().rating()).isEqualTo(new Rating(RatingScale.SMILEY, 5));
        assertThat(event.data().text()).isEmpty();
        assertThat(event.data().contacts()).isEmpty();
        assertThat(event.data().about()).isEqualTo(About.NOTHING);
        assertThat(event.data().customerName()).isNull();
    }

    @Test
    void other_scripts_arrive_as_they_were_written() {
        assertThat(GoldenFile.read(EventType.FEEDBACK_RECEIVED, "question-in-persian")
                        .data()
                        .text())
                .isEqualTo("سلام، سفارش من دو هفته است که نرسیده. کی می‌رسد؟");
        assertThat(GoldenFile.read(EventType.FEEDBACK_RECEIVED, "idea-in-hindi")
                        .data()
                        .customerName())
                .isEqualTo("मीरा शर्मा");
        assertThat(GoldenFile.read(EventType.FEEDBACK_RECEIVED, "complaint-in-polish")
                        .data()
                        .text())
                .endsWith("„już zamknięte”. Żenada!");
        assertThat(GoldenFile.read(EventType.FOLLOWUP_REQUESTED, "answer-in-russian")
                        .data()
                        .message())
                .startsWith("Здравствуйте, Ольга!");
    }

    @Test
    void the_lowest_score_is_a_score() {
        assertThat(GoldenFile.read(EventType.FEEDBACK_RECEIVED, "idea-in-hindi")
                        .data()
                        .rating())
                .isEqualTo(new Rating(RatingScale.NPS, 0));
    }

    @Test
    void the_rejected_webhook_keeps_its_bytes() {
        var rejected = GoldenFile.read(EventType.FEEDBACK_REJECTED, "unknown-kind-of-webhook")
                .data();

        assertThat(rejected.rejectedBy()).isEqualTo(RejectedBy.INTAKE_SERVICE);
        assertThat(rejected.channel()).isEqualTo("chat");
        assertThat(rejected.integration()).isEqualTo("chatwoot/northwind");
        assertThat(rejected.reason()).isEqualTo("unknown-kind");
        assertThat(rejected.problems())
                .containsExactly(new FieldProblem("kind", "must be one of message_created, conversation_resolved"));
        assertThat(rejected.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(new String(rejected.original(), UTF_8)).startsWith("{\"kind\": \"comment.deleted\", \"id\": 7781");
    }

    @Test
    void an_empty_body_is_kept_as_empty() {
        var rejected =
                GoldenFile.read(EventType.FEEDBACK_REJECTED, "empty-body").data();

        assertThat(rejected.original()).isEmpty();
        assertThat(rejected.problems()).isEmpty();
        assertThat(rejected.channel()).isNull();
    }

    @Test
    void the_routed_complaint_says_whose_it_is_by_when_and_why() {
        var routed = GoldenFile.read(EventType.FEEDBACK_ROUTED, "complaint-with-every-finding")
                .data();

        assertThat(routed.feedback())
                .isEqualTo(GoldenFile.read(EventType.FEEDBACK_RECEIVED, "complaint-from-the-web-form")
                        .data());
        assertThat(routed.occurredAt()).isEqualTo("2026-03-02T08:14:55.120Z");
        assertThat(routed.receivedAt()).isEqualTo("2026-03-02T08:14:55.431Z");
        assertThat(routed.language()).isEqualTo("en");
        assertThat(routed.type()).isEqualTo(FeedbackType.COMPLAINT);
        assertThat(routed.category()).isEqualTo("kitchen/kettles");
        assertThat(routed.queue()).isEqualTo("kitchen");
        assertThat(routed.priority()).isEqualTo(Priority.HIGH);
        assertThat(routed.obligation())
                .isEqualTo(new Obligation(
                        "resolve", Instant.parse("2026-03-05T16:00:00Z"), Instant.parse("2026-03-02T12:14:55.120Z")));
        assertThat(routed.rulesVersion()).isEqualTo("2026-02-27.1");
        assertThat(routed.findings())
                .extracting(Finding::step)
                .containsExactly("language", "type", "category", "queue", "priority", "obligation");
        assertThat(routed.findings().get(4).confidence()).isEqualTo(0.8);
        assertThat(routed.findings().get(4).evidence()).containsExactly("stars 2", "leaks");
    }

    @Test
    void praise_may_oblige_to_nothing() {
        var routed = GoldenFile.read(EventType.FEEDBACK_ROUTED, "praise-that-obliges-to-nothing")
                .data();

        assertThat(routed.type()).isEqualTo(FeedbackType.PRAISE);
        assertThat(routed.language()).isEqualTo("und");
        assertThat(routed.obligation()).isNull();
        assertThat(routed.findings()).isEmpty();
    }

    @Test
    void who_complains_and_asks_is_owed_both() {
        var routed = GoldenFile.read(EventType.FEEDBACK_ROUTED, "complaint-with-a-question")
                .data();

        assertThat(routed.type()).isEqualTo(FeedbackType.COMPLAINT);
        assertThat(routed.secondaryType()).isEqualTo(FeedbackType.QUESTION);
        assertThat(routed.secondaryObligation())
                .isEqualTo(new Obligation("answer", Instant.parse("2026-11-25T09:12:03.440Z"), null));
        assertThat(GoldenFile.read(EventType.FEEDBACK_ROUTED, "complaint-with-every-finding")
                        .data()
                        .secondaryType())
                .isNull();
    }

    @Test
    void a_new_customer_comes_from_no_stage() {
        var created = GoldenFile.read(EventType.CUSTOMER_CHANGED, "created").data();
        var first = GoldenFile.read(EventType.CUSTOMER_CHANGED, "first-stage").data();

        assertThat(created.change()).isEqualTo(CustomerChange.CREATED);
        assertThat(created.contactKinds()).containsExactly(ContactKind.EMAIL, ContactKind.PHONE);
        assertThat(created.stage()).isNull();
        assertThat(first.customerId()).isEqualTo(created.customerId());
        assertThat(first.stage())
                .isEqualTo(new StageMove(StageModel.RELATIONSHIP, null, "awareness", Direction.UP, "first-contact"));
    }

    @Test
    void a_lost_customer_went_down() {
        assertThat(GoldenFile.read(EventType.CUSTOMER_CHANGED, "stage-lost")
                        .data()
                        .stage())
                .isEqualTo(
                        new StageMove(StageModel.LIFECYCLE, "one-time", "lost", Direction.DOWN, "silent-three-months"));
    }

    @Test
    void a_case_opens_and_closes_in_time() {
        var opened = GoldenFile.read(EventType.CASE_CHANGED, "opened").data();
        var closed = GoldenFile.read(EventType.CASE_CHANGED, "closed-in-time").data();

        assertThat(opened.change()).isEqualTo(CaseChange.OPENED);
        assertThat(opened.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(opened.dueAt()).isEqualTo("2026-03-05T16:00:00Z");
        assertThat(opened.closedAt()).isNull();
        assertThat(opened.closedInTime()).isNull();
        assertThat(closed.caseId()).isEqualTo(opened.caseId());
        assertThat(closed.change()).isEqualTo(CaseChange.CLOSED);
        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(closed.consultant()).isEqualTo("m.nowak");
        assertThat(closed.closedAt()).isEqualTo("2026-03-03T09:41:06.990Z");
        assertThat(closed.closedInTime()).isTrue();
    }

    @Test
    void a_consultant_says_what_it_is_and_what_it_was_taken_for() {
        var reclassified =
                GoldenFile.read(EventType.CASE_CHANGED, "reclassified").data();

        assertThat(reclassified.change()).isEqualTo(CaseChange.RECLASSIFIED);
        assertThat(reclassified.type()).isEqualTo(FeedbackType.IDEA);
        assertThat(reclassified.previousType()).isEqualTo(FeedbackType.COMPLAINT);
        assertThat(reclassified.consultant()).isEqualTo("m.nowak");
        assertThat(GoldenFile.read(EventType.CASE_CHANGED, "opened").data().previousType())
                .isNull();
    }

    @Test
    void an_acknowledgement_needs_no_message_and_an_answer_has_one() {
        var acknowledgement =
                GoldenFile.read(EventType.FOLLOWUP_REQUESTED, "acknowledgement").data();
        var answer = GoldenFile.read(EventType.FOLLOWUP_REQUESTED, "answer-in-russian")
                .data();
        var bare = GoldenFile.read(EventType.FOLLOWUP_REQUESTED, "rating-alone-in-spanish")
                .data();

        assertThat(acknowledgement.purpose()).isEqualTo(FollowUpPurpose.ACKNOWLEDGEMENT);
        assertThat(acknowledgement.recipient()).isEqualTo(new Contact(ContactKind.EMAIL, "ada.kowalski@example.org"));
        assertThat(acknowledgement.message()).isNull();
        assertThat(answer.purpose()).isEqualTo(FollowUpPurpose.ANSWER);
        assertThat(answer.feedbackType()).isEqualTo(FeedbackType.QUESTION);
        assertThat(answer.message()).contains("F-12");
        assertThat(bare.caseId()).isNull();
        assertThat(bare.recipientName()).isNull();
        assertThat(bare.feedbackExcerpt()).isEmpty();
    }

    @Test
    void an_outcome_names_its_follow_up() {
        var sent = GoldenFile.read(EventType.FOLLOWUP_OUTCOME, "acknowledgement-sent")
                .data();
        var skipped = GoldenFile.read(EventType.FOLLOWUP_OUTCOME, "skipped-without-a-sender")
                .data();

        assertThat(sent.followUpId())
                .isEqualTo(GoldenFile.read(EventType.FOLLOWUP_REQUESTED, "acknowledgement")
                        .data()
                        .followUpId());
        assertThat(sent.result()).isEqualTo(FollowUpResult.SENT);
        assertThat(sent.sentBy()).isEqualTo(ContactKind.EMAIL);
        assertThat(sent.messageId()).isEqualTo("<" + sent.followUpId() + "@northwind.example>");
        assertThat(sent.reason()).isNull();
        assertThat(skipped.result()).isEqualTo(FollowUpResult.SKIPPED);
        assertThat(skipped.reason()).isEqualTo("no sender for phone yet");
    }

    @Test
    void a_consent_word_stays_with_its_feedback_until_it_is_consent() {
        var stop = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "stop-by-sms").data();
        var routed = GoldenFile.read(EventType.FEEDBACK_ROUTED, "stop-by-sms").data();
        var consent = GoldenFile.read(EventType.CONSENT_CHANGED, "stop-by-sms").data();

        assertThat(stop.consentWord()).isEqualTo(ConsentWord.STOP);
        assertThat(routed.feedback()).isEqualTo(stop);
        assertThat(routed.type()).isEqualTo(FeedbackType.OTHER);
        assertThat(routed.obligation()).isNull();
        assertThat(consent)
                .isEqualTo(new ConsentChanged(
                        consent.customerId(), ContactKind.PHONE, ConsentPurpose.MARKETING, false, stop.feedbackId()));
        assertThat(GoldenFile.read(EventType.FEEDBACK_RECEIVED, "help-by-sms")
                        .data()
                        .consentWord())
                .isEqualTo(ConsentWord.HELP);
    }

    @Test
    void who_says_start_may_be_written_to_again_by_that_kind_of_address() {
        var consent = GoldenFile.read(EventType.CONSENT_CHANGED, "start-in-a-messenger");

        assertThat(consent.partitionKey()).isEqualTo(consent.data().customerId().toString());
        assertThat(consent.data().contactKind()).isEqualTo(ContactKind.MESSENGER);
        assertThat(consent.data().given()).isTrue();
    }

    @Test
    void a_visit_is_somebody_s_and_of_something() {
        var named = GoldenFile.read(EventType.VISIT_RECORDED, "product-page-from-a-campaign")
                .data();
        var unnamed = GoldenFile.read(EventType.VISIT_RECORDED, "product-seen-by-a-browser");

        assertThat(named.contacts())
                .containsExactly(
                        new Contact(ContactKind.EMAIL, "leo@example.net"), new Contact(ContactKind.VISITOR, "v-77a1"));
        assertThat(named.page()).isEqualTo("https://shop.example.org/kettles/brw");
        assertThat(named.product()).isEqualTo("BRW-1.7");
        assertThat(named.campaign()).isEqualTo("spring-tea");
        assertThat(named.referrer()).isEqualTo("https://news.example.com/best-kettles");
        assertThat(unnamed.data().visitId()).hasToString(unnamed.id().toString());
        assertThat(unnamed.data().contacts()).containsExactly(new Contact(ContactKind.VISITOR, "v-77a9"));
        assertThat(unnamed.data().page()).isNull();
    }

    @Test
    void editions_of_the_rules_hang_together_by_number_and_base() {
        var first = GoldenFile.read(EventType.ROUTING_RULES, "first-change");
        var second =
                GoldenFile.read(EventType.ROUTING_RULES, "change-after-another").data();
        var third = GoldenFile.read(EventType.ROUTING_RULES, "rollback").data();

        assertThat(first.partitionKey()).isEqualTo(first.subject()).isEqualTo("default");
        assertThat(first.correlationId()).hasToString(first.id().toString());
        assertThat(first.causationId()).isEqualTo(first.id());
        assertThat(first.data().number()).isEqualTo(1);
        assertThat(first.data().basedOn()).isNull();
        assertThat(first.data().text()).startsWith("# Rules of the lamp shop.\n");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.basedOn()).isEqualTo(first.data().version()).isEqualTo("lamps-1-b3dc7504");
        assertThat(second.author()).isEqualTo("Оля Петрова");
        assertThat(second.note()).contains("doesn't light");
        assertThat(third.text()).isEqualTo(first.data().text());
        assertThat(third.version())
                .isEqualTo(third.rolledBackTo())
                .isEqualTo(first.data().version());
        assertThat(third.changedAt()).isEqualTo("2026-06-01T15:02:10Z");
        assertThat(third).hasToString("RulesChanged[default, 3, " + third.version() + "]");
    }

    @Test
    void an_announced_survey_is_ids_and_whose_they_are() {
        assertThat(GoldenFile.read(EventType.SURVEY_ANNOUNCED, "response-completed")
                        .data())
                .isEqualTo(new SurveyAnnounced(
                        "surveymonkey", "surveymonkey/northwind", "northwind", "509100001", "118000001"));
        assertThat(GoldenFile.read(EventType.SURVEY_ANNOUNCED, "response-of-another-brand")
                        .data()
                        .brand())
                .isEqualTo("southwind");
    }
}
