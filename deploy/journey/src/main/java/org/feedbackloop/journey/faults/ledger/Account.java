package org.feedbackloop.journey.faults.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.feedbackloop.event.FeedbackId;

/**
 * A post and every answer to it, in order.
 *
 * @param answers more than one if it was sent again
 */
public record Account(Post post, List<Answer> answers) {

    public Account {
        answers = List.copyOf(answers);
    }

    /** What it was first accepted as. */
    public Optional<FeedbackId> accepted() {
        return answers.stream().flatMap(answer -> answer.accepted().stream()).findFirst();
    }

    public boolean isAcceptedAtOnce() {
        return answers.get(0) instanceof Answer.Accepted;
    }

    public boolean isAcceptedAfterRetries() {
        return !isAcceptedAtOnce() && accepted().isPresent();
    }

    public boolean has(Predicate<Answer> kind) {
        return answers.stream().anyMatch(kind);
    }
}
