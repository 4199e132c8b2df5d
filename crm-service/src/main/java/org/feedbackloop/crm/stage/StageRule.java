package org.feedbackloop.crm.stage;

import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.StageMove;

/** Whether what a customer said moves the relationship one step. Reads only its arguments. */
interface StageRule {

    Optional<StageMove> move(Standing standing, FeedbackType said);
}
