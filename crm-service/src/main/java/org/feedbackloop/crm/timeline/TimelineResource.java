package org.feedbackloop.crm.timeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that happened with a customer. */
@Path("/v1/customers/{id}/timeline")
@Tag(name = "Customers")
public class TimelineResource {

    /** Oldest first; empty for somebody unknown. */
    @GET
    @Operation(summary = "What happened with a customer, in the order in which it happened")
    public List<EntryView> timeline(
            UUID id,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @QueryParam("size") @DefaultValue("100") @Min(1) @Max(500) int size) {
        return TimelineRow.of(id, page, size).stream()
                .map(row -> new EntryView(
                        row.id,
                        row.kind,
                        row.happenedAt,
                        row.recordedAt,
                        row.correlation,
                        row.causation,
                        row.caseId,
                        row.detail))
                .toList();
    }

    /**
     * One thing that happened.
     *
     * @param eventId the event that it is
     * @param recordedAt when we learnt it
     * @param correlationId the feedback that began it all
     * @param causationId the event that led here
     */
    public record EntryView(
            UUID eventId,
            String kind,
            Instant happenedAt,
            Instant recordedAt,
            UUID correlationId,
            UUID causationId,
            @Nullable UUID caseId,
            Map<String, Object> detail) {}
}
