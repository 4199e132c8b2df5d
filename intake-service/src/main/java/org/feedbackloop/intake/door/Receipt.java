package org.feedbackloop.intake.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.intake.problem.ProblemDocument;
import org.feedbackloop.intake.publish.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what came in, as it stands on the wire.
 *
 * @param line of a batch; null for a single post
 * @param feedbackId of the one thing that a post or a line says
 * @param feedbackIds of all that a provider delivered at once
 * @param status {@code accepted}, {@code rejected} (mend it) or {@code unavailable} (send it again)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(
        @Nullable Integer line,
        @Nullable FeedbackId feedbackId,
        @Nullable List<FeedbackId> feedbackIds,
        String status,
        @Nullable ProblemDocument problem) {

    private static final String ACCEPTED = "accepted";
    private static final String UNAVAILABLE = "unavailable";

    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerFor(Receipt.class);

    static Receipt accepted(FeedbackId id) {
        return new Receipt(null, id, null, ACCEPTED, null);
    }

    static Receipt taken(List<FeedbackId> ids) {
        return new Receipt(null, null, ids, ACCEPTED, null);
    }

    static Receipt forLine(int line, Answer answer) {
        return answer.fold(ids -> new Receipt(line, ids.get(0), null, ACCEPTED, null), problem -> {
            String status = problem.status() >= 500 ? UNAVAILABLE : "rejected";
            return new Receipt(line, null, null, status, ProblemDocument.of(problem, "#line=" + line));
        });
    }

    boolean isUnavailable() {
        return status.equals(UNAVAILABLE);
    }

    byte[] json() {
        try {
            return WRITER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
