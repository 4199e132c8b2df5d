package org.feedbackloop.journey.faults.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.journey.faults.ledger.Account;
import org.feedbackloop.journey.faults.ledger.Post;

/**
 * All that there is to see once everything has come to rest.
 *
 * @param accounts what the senders know
 * @param received every record of {@code feedback.received.v1}; for each key in the order of the topic
 * @param routed the same of {@code feedback.routed.v1}
 * @param events every event of every topic, those two included
 * @param timeline in the order of its positions
 * @param cases the feedbacks that cases were opened for
 * @param deadLetters each as people would want to be told about it
 * @param leftInOutboxes the number of events by database
 * @param settledIn how long after the last post it took to come to rest
 * @param deaths parts that ended though nobody had killed them
 */
public record Evidence(
        List<Account> accounts,
        List<Carried> received,
        List<Carried> routed,
        List<Published> events,
        List<Entry> timeline,
        List<FeedbackId> cases,
        List<FollowUp> followUps,
        List<Letter> mails,
        List<String> deadLetters,
        Map<String, Integer> leftInOutboxes,
        Duration settledIn,
        List<String> deaths) {

    /** The kind of the timeline entry that stands for the feedback itself. */
    public static final String FEEDBACK = "feedback";

    public static final String FOLLOW_UP_REQUESTED = "follow-up-requested";
    public static final String FOLLOW_UP_SENT = "follow-up-sent";

    public Evidence {
        accounts = List.copyOf(accounts);
        received = List.copyOf(received);
        routed = List.copyOf(routed);
        events = List.copyOf(events);
        timeline = List.copyOf(timeline);
        cases = List.copyOf(cases);
        followUps = List.copyOf(followUps);
        mails = List.copyOf(mails);
        deadLetters = List.copyOf(deadLetters);
        leftInOutboxes = Map.copyOf(leftInOutboxes);
        deaths = List.copyOf(deaths);
    }

    /** An event as it stands on a topic. */
    public record Published(String topic, EventId id, FeedbackId correlation, EventId causation) {}

    /**
     * A record that carries a customer's words.
     *
     * @param key of the record, by which order is kept
     * @param postKey of the post whose words they are
     * @param obliges whether we owe something because of it; false on a topic before that is decided
     */
    public record Carried(String key, FeedbackId feedback, String postKey, boolean obliges) {}

    /**
     * A line of a customer's timeline.
     *
     * @param feedback which feedback the entry says it is about; where it says nothing, the correlation
     */
    public record Entry(
            CustomerId customer, String kind, FeedbackId feedback, FeedbackId correlation, EventId causation) {}

    /**
     * A message that was to be sent.
     *
     * @param lapses how often the sender died while it was talking to the mail server
     */
    public record FollowUp(FollowUpId id, FeedbackId feedback, String state, int lapses) {}

    /** A mail as it arrived. */
    public record Letter(String to, String messageId, String feedback) {}

    /** Which post each feedback was made of. */
    Map<FeedbackId, Post> posts() {
        Map<String, Post> byKey =
                accounts.stream().map(Account::post).collect(Collectors.toMap(Post::key, post -> post));
        return received.stream()
                .filter(record -> byKey.containsKey(record.postKey()))
                .collect(Collectors.toMap(
                        Carried::feedback, record -> byKey.get(record.postKey()), (first, again) -> first));
    }

    Stream<Entry> entries(String kind) {
        return timeline.stream().filter(entry -> entry.kind().equals(kind));
    }

    /** How often each feedback appears in the timeline as an entry of a kind. */
    Map<FeedbackId, Long> entriesByFeedback(String kind) {
        return entries(kind).collect(Collectors.groupingBy(Entry::feedback, Collectors.counting()));
    }

    Set<EventId> eventIds() {
        return events.stream().map(Published::id).collect(Collectors.toSet());
    }

    /** The records of a topic beyond the first of each event. They are allowed, and the consumers' to see through. */
    public long duplicatesOn(String topic) {
        List<EventId> ids = events.stream()
                .filter(event -> event.topic().equals(topic))
                .map(Published::id)
                .toList();
        return ids.size() - ids.stream().distinct().count();
    }

    /** Mails beyond the first with the same Message-ID. */
    public long mailsSentAgain() {
        return mails.size() - mails.stream().map(Letter::messageId).distinct().count();
    }
}
