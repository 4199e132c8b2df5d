package org.feedbackloop.crm.casework;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.jspecify.annotations.Nullable;

/** Cases, worked on. */
@Path("/v1")
@Tag(name = "Cases")
public class CaseResource {

    /** No control characters but tab and line ends: PostgreSQL refuses NUL, and a mail has no use for the others. */
    private static final String PLAIN_TEXT = "[^\\p{Cntrl}\\p{Cs}]*([\\t\\r\\n][^\\p{Cntrl}\\p{Cs}]*)*+";

    private final Answering answering;
    private final Reclassifying reclassifying;

    CaseResource(Answering answering, Reclassifying reclassifying) {
        this.answering = answering;
        this.reclassifying = reclassifying;
    }

    /** Most urgent first, then the one that is due first. Empty for a queue that nothing has come to. */
    @GET
    @Path("/queues/{queue}/cases")
    @Operation(summary = "The cases that wait in a queue")
    public List<CaseView> inQueue(
            String queue,
            @QueryParam("status") @DefaultValue("open") @Pattern(regexp = "open|answered|closed") String status,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(500) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {
        return CaseRow.inQueue(queue, CaseStatus.valueOf(status.toUpperCase(Locale.ROOT)), page, size).stream()
                .map(CaseResource::view)
                .toList();
    }

    @GET
    @Path("/cases/{id}")
    @Operation(summary = "One case")
    public CaseView byId(UUID id) {
        return CaseRow.<CaseRow>findByIdOptional(id).map(CaseResource::view).orElseThrow(() -> noCase(id));
    }

    /** The case closes when the customer has had the answer. A second try with the same key gives the first result. */
    @POST
    @Path("/cases/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Answer a case; the answer goes to the customer")
    public Response answer(
            UUID id,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) @Nullable String key,
            @NotNull @Valid NewAnswer answer) {
        return answering
                .answer(
                        new CaseId(id),
                        key == null ? UUID.randomUUID().toString() : key,
                        answer.consultant().strip(),
                        answer.text().strip())
                .fold(
                        given -> Response.status(Status.CREATED)
                                .entity(view(given))
                                .build(),
                        () -> {
                            throw noCase(id);
                        },
                        status -> {
                            throw HttpProblem.valueOf(
                                    Status.CONFLICT, "case " + id + " is " + status.wireName() + ", expected open");
                        },
                        () -> {
                            throw HttpProblem.valueOf(
                                    Status.CONFLICT, "the customer of case " + id + " left no address");
                        },
                        () -> {
                            throw HttpProblem.builder()
                                    .withStatus(422)
                                    .withTitle("Unprocessable Content")
                                    .withDetail("this Idempotency-Key was used before with another answer")
                                    .build();
                        });
    }

    /** Queue and times stay. To say again what a case already is changes nothing. */
    @PUT
    @Path("/cases/{id}/type")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Say of what type a case is; the model of routing-service can be trained from it")
    public TypeView reclassify(UUID id, @NotNull @Valid NewType correction) {
        return reclassifying
                .reclassify(
                        new CaseId(id),
                        correction.type(),
                        correction.consultant().strip())
                .map(corrected -> new TypeView(corrected.id().value(), corrected.type()))
                .orElseThrow(() -> noCase(id));
    }

    private static HttpProblem noCase(UUID id) {
        return HttpProblem.valueOf(Status.NOT_FOUND, "no case " + id);
    }

    private static AnswerView view(Answer answer) {
        return new AnswerView(
                answer.id().value(), answer.caseId().value(), answer.followUp().value(), answer.givenAt());
    }

    private static CaseView view(CaseRow row) {
        return new CaseView(
                row.id,
                row.customerId,
                row.feedbackId,
                row.type,
                row.category,
                row.queue,
                Priority.values()[row.priority].wireName(),
                row.language,
                row.excerpt,
                row.customerName,
                row.status,
                row.openedAt,
                row.acknowledgeBy,
                row.acknowledgedAt,
                row.dueAt,
                row.consultant,
                row.answeredAt,
                row.closedAt,
                row.closedAt == null ? null : !row.closedAt.isAfter(row.dueAt));
    }

    /**
     * What a consultant says.
     *
     * @param consultant who says it, 1 to 100 characters
     * @param text what the customer will read, 1 to 20,000 characters
     */
    public record NewAnswer(
            @NotBlank @Size(max = 100) @Pattern(regexp = PLAIN_TEXT, message = "must not hold control characters")
            String consultant,

            @NotBlank @Size(max = 20_000) @Pattern(regexp = PLAIN_TEXT, message = "must not hold control characters")
            String text) {}

    /**
     * What a consultant says that it is.
     *
     * @param type complaint, idea, question, praise, referral or other
     * @param consultant who says it, 1 to 100 characters
     */
    public record NewType(
            @NotNull FeedbackType type,

            @NotBlank @Size(max = 100) @Pattern(regexp = PLAIN_TEXT, message = "must not hold control characters")
            String consultant) {}

    /** Of what type a case is. */
    public record TypeView(UUID caseId, FeedbackType type) {}

    /** An answer that is on its way; {@code followUpId} is the message that carries it. */
    public record AnswerView(UUID answerId, UUID caseId, UUID followUpId, Instant givenAt) {}

    /**
     * A case.
     *
     * @param priority urgent, high, normal or low
     * @param excerpt the beginning of what the customer said
     * @param status open, answered (written, not yet with the customer) or closed
     * @param closedInTime whether the customer had the answer before it was due; none before
     */
    public record CaseView(
            UUID caseId,
            UUID customerId,
            UUID feedbackId,
            String type,
            String category,
            String queue,
            String priority,
            String language,
            String excerpt,
            @Nullable String customerName,
            String status,
            Instant openedAt,
            @Nullable Instant acknowledgeBy,
            @Nullable Instant acknowledgedAt,
            Instant dueAt,
            @Nullable String consultant,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            @Nullable Boolean closedInTime) {}
}
