package org.feedbackloop.routing;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.queue.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a statement. There is no outcome without a queue: what no rule knows goes to the fallback.
 *
 * @param obligation none where nothing is owed
 * @param secondaryType what was said besides; none where it is one thing
 * @param secondaryObligation what is owed because of that
 * @param findings every decision with its reasons, in the order they were made
 * @param supervisor whether it goes before one at once
 * @param overflowFrom the queue that would have taken it, had it not had too much
 */
public record Routing(
        Language language,
        FeedbackType type,
        String category,
        Queue queue,
        Priority priority,
        @Nullable Obligation obligation,
        @Nullable FeedbackType secondaryType,
        @Nullable Obligation secondaryObligation,
        String rulesVersion,
        List<Finding> findings,
        boolean supervisor,
        @Nullable Queue overflowFrom) {

    /** None where nothing was read. */
    Optional<Finding> finding(String step) {
        for (Finding finding : findings) {
            if (finding.step().equals(step)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }
}
