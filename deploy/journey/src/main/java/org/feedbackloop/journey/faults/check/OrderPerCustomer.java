package org.feedbackloop.journey.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.journey.faults.check.Evidence.Carried;
import org.feedbackloop.journey.faults.check.Evidence.Entry;
import org.feedbackloop.journey.faults.ledger.Post;

/**
 * A customer's posts, of which each was made after the answer to the one before, come in that order everywhere. Of what
 * comes twice the first time counts: a consumer sees through the second.
 */
final class OrderPerCustomer implements Check {

    @Override
    public Stream<String> breaches(Evidence evidence) {
        Map<FeedbackId, Post> posts = evidence.posts();
        return Stream.of(
                        breaches(Topics.FEEDBACK_RECEIVED, evidence.received(), Carried::key, Carried::feedback, posts),
                        breaches(Topics.FEEDBACK_ROUTED, evidence.routed(), Carried::key, Carried::feedback, posts),
                        breaches(
                                "the timeline",
                                evidence.entries(Evidence.FEEDBACK).toList(),
                                Entry::customer,
                                Entry::feedback,
                                posts))
                .flatMap(found -> found);
    }

    private static <T, K> Stream<String> breaches(
            String where,
            List<T> inOrder,
            Function<T, K> whose,
            Function<T, FeedbackId> what,
            Map<FeedbackId, Post> posts) {
        Set<FeedbackId> seen = new HashSet<>();
        Map<K, Post> last = new HashMap<>();
        List<String> breaches = new ArrayList<>();
        for (T thing : inOrder) {
            FeedbackId feedback = what.apply(thing);
            Post post = posts.get(feedback);
            if (post == null || !seen.add(feedback)) {
                continue;
            }
            Post before = last.put(whose.apply(thing), post);
            if (before != null && before.number() > post.number()) {
                breaches.add("on " + where + " post " + before.key() + " stands before the earlier " + post.key());
            }
        }
        return breaches.stream();
    }
}
