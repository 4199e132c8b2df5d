package org.feedbackloop.journey.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.check.Evidence.Carried;

/** A feedback that obliges us has one case, and no other has any. */
final class OneCasePerObligation implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Set<FeedbackId> obliging = evidence.routed().stream()
                .filter(Carried::obliges)
                .map(Carried::feedback)
                .collect(toSet());
        Map<FeedbackId, Long> cases = evidence.cases().stream().collect(groupingBy(feedback -> feedback, counting()));
        return Stream.concat(obliging.stream(), cases.keySet().stream())
                .distinct()
                .filter(feedback -> cases.getOrDefault(feedback, 0L) != (obliging.contains(feedback) ? 1 : 0))
                .map(feedback -> cases.getOrDefault(feedback, 0L) + " cases for " + feedback
                        + (obliging.contains(feedback) ? ", which obliges us" : ", which does not oblige us"));
    }
}
