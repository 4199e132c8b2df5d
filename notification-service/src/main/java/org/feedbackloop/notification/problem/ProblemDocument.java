package org.feedbackloop.notification.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.feedbackloop.notification.problem.Problem.InvalidParam;

/**
 * A problem as it stands on the wire.
 *
 * @param type a URN that stays the same for a kind of problem; not an address to look at
 * @param instance the path that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type, String title, int status, String detail, String instance, List<InvalidParam> invalidParams) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDocument of(Problem problem, String instance) {
        return new ProblemDocument(
                "urn:org.feedbackloop:problem:" + problem.kind().wireName(),
                problem.kind().title(),
                problem.kind().status(),
                problem.detail(),
                instance,
                problem.invalidParams());
    }
}
