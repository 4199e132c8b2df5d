package org.feedbackloop.journey.faults.check;

import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;

/** From everything one can go back, cause by cause, to the feedback that began it: each cause stands on some topic. */
final class ChainsUnbroken implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Set<EventId> ids = evidence.eventIds();
        Set<FeedbackId> feedbacks = evidence.posts().keySet();
        Stream<String> ofEvents = evidence.events().stream()
                .filter(event -> !ids.contains(event.causation()) || !feedbacks.contains(event.correlation()))
                .map(event -> "event " + event.id() + " on " + event.topic() + " says it was caused by "
                        + event.causation() + " and began with " + event.correlation());
        Stream<String> ofEntries = evidence.timeline().stream()
                .filter(entry -> !ids.contains(entry.causation())
                        || !feedbacks.contains(entry.correlation())
                        || !entry.correlation().equals(entry.feedback()))
                .map(entry -> "timeline entry " + entry.kind() + " of " + entry.feedback() + " says it was caused by "
                        + entry.causation() + " and began with " + entry.correlation());
        return Stream.concat(ofEvents, ofEntries);
    }
}
