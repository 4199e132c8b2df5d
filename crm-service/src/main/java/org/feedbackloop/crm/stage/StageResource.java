package org.feedbackloop.crm.stage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a relationship stands, and how it got there. */
@Path("/v1/customers/{id}/stages")
@Tag(name = "Customers")
public class StageResource {

    @GET
    @Operation(summary = "The stages of a customer's relationship, with their history")
    public StagesView stages(UUID id) {
        Map<String, String> current = new LinkedHashMap<>();
        List<StageChangeView> history = StageChangeRow.of(id).stream()
                .map(row -> {
                    current.put(row.model, row.to);
                    return new StageChangeView(
                            row.id, row.model, row.from, row.to, row.direction, row.rule, row.cause, row.happenedAt);
                })
                .toList();
        return new StagesView(current, history);
    }

    /**
     * Stages.
     *
     * @param current the stage along each line: lifecycle, relationship, funnel; empty for somebody unknown
     * @param history every step, oldest first
     */
    public record StagesView(Map<String, String> current, List<StageChangeView> history) {}

    /**
     * One step.
     *
     * @param from none where the customer was new
     * @param direction up or down
     * @param rule the rule that moved it
     * @param causationId the event that led here
     */
    public record StageChangeView(
            UUID eventId,
            String model,
            @Nullable String from,
            String to,
            String direction,
            String rule,
            UUID causationId,
            Instant happenedAt) {}
}
