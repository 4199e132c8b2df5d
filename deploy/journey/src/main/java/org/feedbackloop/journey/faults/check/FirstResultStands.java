package org.feedbackloop.journey.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.check.Evidence.Carried;

/** All that was ever answered to one key, and published because of it, is one and the same feedback. */
final class FirstResultStands implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Map<String, Set<FeedbackId>> published =
                evidence.received().stream().collect(groupingBy(Carried::postKey, mapping(Carried::feedback, toSet())));
        return evidence.accounts().stream().flatMap(account -> {
            String key = account.post().key();
            Set<FeedbackId> results = Stream.concat(
                            account.answers().stream().flatMap(answer -> answer.accepted().stream()),
                            published.getOrDefault(key, Set.of()).stream())
                    .collect(toSet());
            return results.size() > 1 ? Stream.of("post " + key + " became " + results) : Stream.empty();
        });
    }
}
