package org.feedbackloop.intake.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;

/**
 * A problem as it stands on the wire.
 *
 * @param type a URN that stays the same for a kind of problem; not an address to look at
 * @param instance the path that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type, String title, int status, String detail, String instance, List<FieldProblem> invalidParams) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerFor(ProblemDocument.class);

    public static ProblemDocument of(Problem problem, String instance) {
        return new ProblemDocument(
                "urn:org.feedbackloop:problem:" + problem.kind().wireName(),
                problem.kind().title(),
                problem.status(),
                problem.detail(),
                instance,
                problem.invalidParams());
    }

    public byte[] json() {
        try {
            return WRITER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
