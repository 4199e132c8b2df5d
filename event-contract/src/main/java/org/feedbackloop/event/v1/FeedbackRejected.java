package org.feedbackloop.event.v1;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something arrived that we could not use, and whose sender will not try again: kept, so that nothing is lost.
 *
 * <p>Redacts itself when printed.
 *
 * @param rejectedBy which service could not use it
 * @param channel where it came in, as the address said; it may be unknown to us
 * @param integration the name of the API key, public page or provider
 * @param reason a short word for machines, for example {@code unknown-kind}
 * @param detail a sentence for people
 * @param problems what was wrong with which field
 * @param contentType of {@code original}
 * @param original the bytes as they came
 */
public record FeedbackRejected(
        RejectedBy rejectedBy,
        @Nullable String channel,
        String integration,
        String reason,
        String detail,
        List<FieldProblem> problems,
        @Nullable String contentType,
        byte[] original) {

    public FeedbackRejected {
        Objects.requireNonNull(rejectedBy, "rejectedBy is missing");
        Objects.requireNonNull(integration, "integration is missing");
        Objects.requireNonNull(reason, "reason is missing");
        Objects.requireNonNull(detail, "detail is missing");
        problems = problems == null ? List.of() : List.copyOf(problems);
        Objects.requireNonNull(original, "original is missing");
    }

    /** What is wrong with one field: {@code name} is its path, {@code reason} a sentence. */
    public record FieldProblem(String name, String reason) {

        public FieldProblem {
            Objects.requireNonNull(name, "name is missing");
            Objects.requireNonNull(reason, "reason is missing");
        }
    }

    @Override
    public String toString() {
        return "FeedbackRejected[" + integration + ", " + reason + ", " + original.length + " bytes]";
    }
}
