package org.feedbackloop.crm.consent;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer allows us, and how it came to that. */
@Path("/v1/customers/{id}/consents")
@Tag(name = "Customers")
public class ConsentResource {

    /** Empty for somebody unknown, and for those who never said anything about it. */
    @GET
    @Operation(summary = "By what kinds of address a customer may be written to for what, with the history")
    public ConsentsView consents(UUID id) {
        List<ConsentView> history = ConsentChangeRow.of(id).stream()
                .map(row -> new ConsentView(
                        row.id, row.contactKind, row.purpose, row.given, row.feedbackId, row.cause, row.happenedAt))
                .toList();
        Map<Subject, ConsentView> current = new LinkedHashMap<>();
        history.forEach(word -> current.put(new Subject(word.contactKind(), word.purpose()), word));
        return new ConsentsView(List.copyOf(current.values()), history);
    }

    /** What a word is about: the last one about it holds. */
    private record Subject(String contactKind, String purpose) {}

    /**
     * Consent.
     *
     * @param current what holds, one for each kind of address and purpose that the customer spoke of
     * @param history every word, oldest first
     */
    public record ConsentsView(List<ConsentView> current, List<ConsentView> history) {}

    /**
     * One word.
     *
     * @param contactKind the kind of address that may be written to, or no longer
     * @param purpose what for: marketing
     * @param given whether we may
     * @param feedbackId the feedback in which the customer said so
     * @param causationId the event that led here
     * @param happenedAt when they said so
     */
    public record ConsentView(
            UUID eventId,
            String contactKind,
            String purpose,
            boolean given,
            UUID feedbackId,
            UUID causationId,
            Instant happenedAt) {}
}
