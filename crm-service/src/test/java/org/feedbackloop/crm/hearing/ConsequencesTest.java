package org.feedbackloop.crm.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Heard.aComplaint;
import static org.feedbackloop.crm.Heard.praise;
import static org.feedbackloop.crm.Heard.theWord;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.feedbackloop.crm.Heard;
import org.feedbackloop.crm.identity.Identification.Speaker;
import org.feedbackloop.crm.stage.Standing;
import org.feedbackloop.crm.timeline.TimelineEntry;
import org.feedbackloop.crm.timeline.TimelineKind;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.ShortMessage;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackRouted;
import org.feedbackloop.event.v1.FeedbackType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsequencesTest {

    private static final CustomerId ADA = CustomerId.from(EventId.named("customer", "ada"));

    @ParameterizedTest
    @EnumSource(names = {"STOP", "START"})
    void who_asks_us_to_stop_or_to_go_on_hears_nothing_of_it_and_is_obeyed(ConsentWord word) {
        Event<FeedbackRouted> heard = spoken(theWord(word));

        Consequences consequences = of(heard);

        assertThat(consequences.timeline())
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.FEEDBACK, TimelineKind.CONSENT_CHANGED);
        assertThat(consequences.cases()).isEmpty();
        assertThat(consequences.consents()).singleElement().satisfies(change -> {
            assertThat(change.cause()).isEqualTo(heard.id());
            assertThat(change.at()).isEqualTo(NOON);
            assertThat(change.said().given()).isEqualTo(word == ConsentWord.START);
        });
        assertThat(consequences.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.CONSENT_CHANGED);
            assertThat(event.time()).isEqualTo(NOON);
            assertThat(event.recordedTime()).isEqualTo(heard.data().receivedAt());
            assertThat(event.partitionKey()).isEqualTo(ADA.toString());
            assertThat(event.data()).isEqualTo(consequences.consents().get(0).said());
        });
    }

    @Test
    void who_asks_for_help_hears_that_we_heard_it() {
        Consequences consequences = of(spoken(theWord(ConsentWord.HELP)));

        assertThat(consequences.consents()).isEmpty();
        assertThat(consequences.events().stream().map(event -> event.type().topic()))
                .contains(Topics.CASE_CHANGED, Topics.FOLLOWUP_REQUESTED);
    }

    @Test
    void the_timeline_keeps_what_the_channel_told_besides() {
        ShortMessage told = new ShortMessage("telegram", "caption", null, null);
        Attachment photo = new Attachment(null, "image/jpeg", 90_211L);
        Event<FeedbackRouted> heard = spoken(praise().over(Channel.MESSENGER)
                .within("chat-1")
                .attaching(photo)
                .telling(told));

        assertThat(of(heard).timeline().get(0).detail())
                .containsEntry("conversation", "chat-1")
                .containsEntry("attachments", List.of(photo))
                .containsEntry("details", Map.of("shortMessage", told));
    }

    @Test
    void the_timeline_has_no_place_for_what_was_not_told() {
        assertThat(of(spoken(praise())).timeline().get(0).detail())
                .doesNotContainKeys(
                        "conversation", "attachments", "consentWord", "details", "supervisor", "overflowFrom");
    }

    @Test
    void the_timeline_says_what_goes_before_a_supervisor_and_which_queue_was_full() {
        Heard heard = aComplaint().beforeASupervisor().insteadOf("lighting-nights");

        assertThat(of(spoken(heard)).timeline().get(0).detail())
                .containsEntry("supervisor", true)
                .containsEntry("overflowFrom", "lighting-nights");
    }

    @Test
    void two_things_said_at_once_are_one_case_that_is_due_when_the_first_of_them_is() {
        Consequences consequences = of(spoken(aComplaint().with(FeedbackType.QUESTION)));

        assertThat(consequences.cases()).singleElement().satisfies(opened -> {
            assertThat(opened.type()).isEqualTo(FeedbackType.COMPLAINT);
            assertThat(opened.dueAt()).isEqualTo(NOON.plusSeconds(7_200));
            assertThat(opened.acknowledgeBy()).isEqualTo(NOON.plusSeconds(14_400));
        });
        assertThat(consequences.timeline().get(0).detail()).containsEntry("secondaryType", FeedbackType.QUESTION);
    }

    @Test
    void what_obliges_to_something_only_besides_is_a_case_all_the_same() {
        assertThat(of(spoken(praise().with(FeedbackType.QUESTION))).cases())
                .singleElement()
                .satisfies(opened -> assertThat(opened.dueAt()).isEqualTo(NOON.plusSeconds(7_200)));
    }

    private static Event<FeedbackRouted> spoken(Heard heard) {
        return heard.by(ContactKind.PHONE, "+442071838750").routed();
    }

    /** Of somebody whom we know well enough that nothing is new. */
    private static Consequences of(Event<FeedbackRouted> heard) {
        Standing standing = new Standing();
        of(spoken(praise()), standing);
        return of(heard, standing);
    }

    private static Consequences of(Event<FeedbackRouted> heard, Standing standing) {
        Consequences consequences = new Consequences();
        consequences.add(heard, new Speaker(ADA, false, 0), EnumSet.of(ContactKind.PHONE), standing);
        return consequences;
    }
}
