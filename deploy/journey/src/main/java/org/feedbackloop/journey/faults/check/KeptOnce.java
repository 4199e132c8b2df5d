package org.feedbackloop.journey.faults.check;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.check.Evidence.Carried;

/**
 * What was accepted stands on the timeline exactly once. So does whatever else reached the first topic: a post without an
 * answer counts or does not, but not by half.
 */
final class KeptOnce implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Map<FeedbackId, Long> entries = evidence.entriesByFeedback(Evidence.FEEDBACK);
        Set<FeedbackId> accepted = evidence.accounts().stream()
                .flatMap(account -> account.accepted().stream())
                .collect(Collectors.toSet());
        Stream<String> lost = Stream.concat(
                        accepted.stream(), evidence.received().stream().map(Carried::feedback))
                .distinct()
                .filter(feedback -> !entries.containsKey(feedback))
                .map(feedback -> (accepted.contains(feedback) ? "accepted " : "unanswered but published ") + feedback
                        + " is not on the timeline");
        Stream<String> doubled = entries.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " is on the timeline " + entry.getValue() + " times");
        return Stream.concat(lost, doubled);
    }
}
