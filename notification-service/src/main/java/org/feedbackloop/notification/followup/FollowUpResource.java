package org.feedbackloop.notification.followup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.notification.problem.Problem;
import org.feedbackloop.notification.problem.Problem.Kind;
import org.feedbackloop.notification.problem.ProblemDocument;
import org.feedbackloop.notification.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What was decided about follow-ups, and what became of them. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-ups", description = "What was decided about follow-ups, and what became of them.")
@APIResponse(responseCode = "200", description = "As it stands now.")
@APIResponse(
        responseCode = "400",
        description = "The id is no UUID.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class FollowUpResource {

    private static final int MOST_OF_ONE_CUSTOMER = 500;

    @GET
    @Path("follow-ups/{id}")
    @Operation(summary = "One follow-up")
    @APIResponse(
            responseCode = "404",
            description = "No such follow-up was requested, as far as this service knows.",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public FollowUp followUp(@PathParam("id") String id) {
        FollowUpId followUp = parsed("id", id, FollowUpId::parse);
        return FollowUpRow.<FollowUpRow>findByIdOptional(followUp.value())
                .map(FollowUp::of)
                .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND, "There is no follow-up " + followUp + ".")));
    }

    @GET
    @Path("customers/{customerId}/follow-ups")
    @Operation(summary = "The follow-ups of a customer, newest first, at most " + MOST_OF_ONE_CUSTOMER)
    public List<FollowUp> followUps(@PathParam("customerId") String customerId) {
        CustomerId customer = parsed("customerId", customerId, CustomerId::parse);
        return FollowUpRow.ofCustomer(customer.value(), MOST_OF_ONE_CUSTOMER).stream()
                .map(FollowUp::of)
                .toList();
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.invalidId(name));
        }
    }

    /** The story of a follow-up, without its words and without the address. */
    @Schema(name = "FollowUp")
    public record FollowUp(
            UUID followUpId,
            UUID customerId,
            UUID feedbackId,
            @Nullable UUID caseId,

            @Schema(description = "Why we write", example = "acknowledgement")
            String purpose,

            @Schema(description = "What kind of address it goes to", example = "email")
            String contactKind,

            @Schema(
                    enumeration = {"planned", "sending", "sent", "skipped", "failed"},
                    description = "skipped: we decided not to send it; failed: we have given up")
            String state,

            @Schema(description = "Why it was skipped or has failed") @Nullable
            String reason,

            @Schema(description = "How often we have tried to send it")
            int attempts,

            @Schema(
                    description = "How often a process stopped while sending it. "
                            + "So often more may the mail have arrived, each time with the same Message-ID")
            int lapses,

            @Schema(description = "What went wrong at the last attempt that did not succeed") @Nullable
            String lastError,

            Instant requestedAt,
            Instant plannedAt,

            @Schema(description = "None once it is finished") @Nullable
            Instant nextAttemptAt,

            @Schema(description = "When it was sent, skipped or given up") @Nullable
            Instant finishedAt,

            @Schema(description = "Message-ID of the mail, once it is sent") @Nullable
            String messageId) {

        static FollowUp of(FollowUpRow row) {
            return new FollowUp(
                    row.id,
                    row.customerId,
                    row.feedbackId,
                    row.caseId,
                    row.purpose,
                    row.contactKind,
                    row.state,
                    row.reason,
                    row.attempts,
                    row.lapses,
                    row.lastError,
                    row.requestedAt,
                    row.plannedAt,
                    row.finishedAt == null ? row.nextAttemptAt : null,
                    row.finishedAt,
                    row.messageId);
        }
    }
}
