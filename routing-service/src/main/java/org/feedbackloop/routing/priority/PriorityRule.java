package org.feedbackloop.routing.priority;

import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.harm.HarmHeard;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** One reason to hurry or not; none where it has nothing to say. */
interface PriorityRule {

    Optional<Verdict<Priority>> judge(Statement statement, FeedbackType type, @Nullable HarmHeard harm);
}
