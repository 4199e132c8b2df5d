package org.feedbackloop.intake.publish;

import java.util.List;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.FeedbackRejected;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.RejectedBy;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What of one delivery cannot be used, as it is kept: with its bytes, so that an adapter that learns more may read it one day.
 * The same delivery again makes the same events.
 */
record Rejects(
        String address,
        RawRequest request,
        Integration integration,
        @Nullable String traceparent) {

    /** Of an original that is larger this much is kept: the broker takes no more, and its sender still has it. */
    private static final int MOST_BYTES = 500_000;

    Event<FeedbackRejected> event(SetAside aside) {
        return event(aside.reason(), aside.detail(), List.of());
    }

    Event<FeedbackRejected> event(Problem problem) {
        return event(problem.kind().wireName(), problem.detail(), problem.invalidParams());
    }

    private Event<FeedbackRejected> event(String reason, String detail, List<FieldProblem> problems) {
        EventId id = EventId.named(
                integration.name(), "rejected", address, reason, detail, Signatures.sha256Hex(request.body()));
        String contentType = request.header("Content-Type");
        return new Event<>(
                id,
                EventType.FEEDBACK_REJECTED,
                Intake.SOURCE,
                request.receivedAt(),
                request.receivedAt(),
                id.toString(),
                FeedbackId.from(id),
                id,
                id.toString(),
                traceparent,
                new FeedbackRejected(
                        RejectedBy.INTAKE_SERVICE,
                        address,
                        integration.name(),
                        reason,
                        detail,
                        problems,
                        contentType,
                        original()));
    }

    private byte[] original() {
        byte[] body = request.body();
        return body.length <= MOST_BYTES ? body : java.util.Arrays.copyOf(body, MOST_BYTES);
    }
}
