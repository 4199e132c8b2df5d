package org.feedbackloop.journey.faults.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.journey.faults.check.Evidence.Carried;
import org.feedbackloop.journey.faults.check.Evidence.Entry;
import org.feedbackloop.journey.faults.check.Evidence.FollowUp;
import org.feedbackloop.journey.faults.check.Evidence.Letter;
import org.feedbackloop.journey.faults.check.Evidence.Published;
import org.feedbackloop.journey.faults.ledger.Account;
import org.feedbackloop.journey.faults.ledger.Answer;
import org.feedbackloop.journey.faults.ledger.Persistence;
import org.feedbackloop.journey.faults.ledger.Post;

/** What one would see if a few posts had gone through a system without fault; to be spoilt on purpose. */
final class MadeUpEvidence {

    private static final List<String> CUSTOMERS = List.of("ada@example.org", "ben@example.org", "cleo@example.org");
    private static final int POSTS_EACH = 4;

    final List<Account> accounts = new ArrayList<>();
    final List<Carried> received = new ArrayList<>();
    final List<Carried> routed = new ArrayList<>();
    final List<Published> events = new ArrayList<>();
    final List<Entry> timeline = new ArrayList<>();
    final List<FeedbackId> cases = new ArrayList<>();
    final List<FollowUp> followUps = new ArrayList<>();
    final List<Letter> mails = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();
    final Map<String, Integer> leftInOutboxes = new HashMap<>(Map.of("crm", 0, "notification", 0));
    final List<String> deaths = new ArrayList<>();
    Duration settledIn = Duration.ofSeconds(7);

    /**
     * Sound, though not smooth: some posts are accepted at the second try and one is never answered but kept all the same,
     * each has a second record on the first topic, and one mail came again because its sender died.
     */
    static MadeUpEvidence sound() {
        MadeUpEvidence evidence = new MadeUpEvidence();
        for (int number = 1; number <= POSTS_EACH; number++) {
            for (String customer : CUSTOMERS) {
                evidence.goThrough(customer, number);
            }
        }
        FollowUp followUp = evidence.followUps.get(0);
        evidence.followUps.set(0, new FollowUp(followUp.id(), followUp.feedback(), followUp.state(), 1));
        evidence.mails.add(evidence.mails.get(0));
        return evidence;
    }

    Evidence toEvidence() {
        return new Evidence(
                accounts,
                received,
                routed,
                events,
                timeline,
                cases,
                followUps,
                mails,
                deadLetters,
                leftInOutboxes,
                settledIn,
                deaths);
    }

    private void goThrough(String address, int number) {
        Post post = new Post(address + "/" + number, address, number, "The lid is loose.", Persistence.UNTIL_ACCEPTED);
        EventId said = EventId.named("made up", post.key());
        FeedbackId feedback = FeedbackId.from(said);
        CustomerId customer = CustomerId.from(EventId.named("made up", address));
        accounts.add(new Account(post, answers(number, feedback)));

        publish(Topics.FEEDBACK_RECEIVED, said, feedback, said);
        publish(Topics.FEEDBACK_RECEIVED, said, feedback, said);
        received.add(new Carried(address, feedback, post.key(), false));
        received.add(new Carried(address, feedback, post.key(), false));

        EventId understood = said.derive("routed");
        publish(Topics.FEEDBACK_ROUTED, understood, feedback, said);
        boolean obliges = number % 2 == 0;
        routed.add(new Carried(address, feedback, post.key(), obliges));
        timeline.add(new Entry(customer, Evidence.FEEDBACK, feedback, feedback, said));
        if (obliges) {
            cases.add(feedback);
        }

        EventId requested = understood.derive("follow-up");
        publish(Topics.FOLLOWUP_REQUESTED, requested, feedback, understood);
        timeline.add(new Entry(customer, Evidence.FOLLOW_UP_REQUESTED, feedback, feedback, understood));
        FollowUpId followUp = FollowUpId.from(requested);
        followUps.add(new FollowUp(followUp, feedback, "sent", 0));
        mails.add(new Letter(address, "<" + followUp + "@example.org>", feedback.toString()));

        publish(Topics.FOLLOWUP_OUTCOME, requested.derive("outcome"), feedback, requested);
        timeline.add(new Entry(customer, Evidence.FOLLOW_UP_SENT, feedback, feedback, requested));
    }

    private static List<Answer> answers(int number, FeedbackId feedback) {
        Answer accepted = new Answer.Accepted(feedback);
        Answer lost = new Answer.Lost("ConnectException");
        if (number == POSTS_EACH) {
            return List.of(lost);
        }
        return number == 1 ? List.of(lost, accepted, accepted) : List.of(accepted);
    }

    private void publish(String topic, EventId id, FeedbackId correlation, EventId causation) {
        events.add(new Published(topic, id, correlation, causation));
    }
}
