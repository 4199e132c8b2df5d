package org.feedbackloop.routing.type;

import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;

/** One way to tell the type from what came with the words; none where it has nothing to say. */
interface TypeRule {

    Optional<Verdict<FeedbackType>> judge(Statement statement);
}
