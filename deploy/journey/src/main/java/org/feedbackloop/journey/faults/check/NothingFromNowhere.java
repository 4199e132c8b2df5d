package org.feedbackloop.journey.faults.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.check.Evidence.Carried;
import org.feedbackloop.journey.faults.check.Evidence.Entry;
import org.feedbackloop.journey.faults.check.Evidence.Letter;

/** Whatever there is goes back to a post that somebody made. */
final class NothingFromNowhere implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Set<FeedbackId> known = evidence.posts().keySet();
        Set<String> knownIds = known.stream().map(FeedbackId::toString).collect(Collectors.toSet());
        return Stream.of(
                        strangers("record of ", evidence.received().stream().map(Carried::feedback), known),
                        strangers(
                                "routed record of ", evidence.routed().stream().map(Carried::feedback), known),
                        strangers(
                                "timeline entry of ",
                                evidence.timeline().stream().map(Entry::feedback),
                                known),
                        strangers("mail about ", evidence.mails().stream().map(Letter::feedback), knownIds))
                .flatMap(found -> found);
    }

    private static <T> Stream<String> strangers(String what, Stream<T> found, Set<T> known) {
        return found.filter(id -> !known.contains(id)).distinct().map(id -> what + id + ", which nobody has posted");
    }
}
