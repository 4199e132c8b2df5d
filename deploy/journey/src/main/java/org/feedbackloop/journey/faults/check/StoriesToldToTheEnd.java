package org.feedbackloop.journey.faults.check;

import java.util.Map;
import java.util.stream.Stream;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.check.Evidence.Entry;

/** The timeline tells of each feedback once that an acknowledgement was asked for and once that it was sent. */
final class StoriesToldToTheEnd implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        return Stream.concat(
                Stream.of(Evidence.FOLLOW_UP_REQUESTED, Evidence.FOLLOW_UP_SENT)
                        .flatMap(kind -> notOnce(kind, evidence)),
                evidence.followUps().stream()
                        .filter(followUp -> !followUp.state().equals("sent"))
                        .map(followUp -> "follow-up " + followUp.id() + " is " + followUp.state()));
    }

    private static Stream<String> notOnce(String kind, Evidence evidence) {
        Map<FeedbackId, Long> told = evidence.entriesByFeedback(kind);
        return evidence.entries(Evidence.FEEDBACK)
                .map(Entry::feedback)
                .distinct()
                .filter(feedback -> told.getOrDefault(feedback, 0L) != 1)
                .map(feedback -> told.getOrDefault(feedback, 0L) + " times " + kind + " for " + feedback);
    }
}
