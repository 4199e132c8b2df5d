package org.feedbackloop.event.v1;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feedback is understood: what it is, whose it is, and by when.
 *
 * @param feedback as it was received, so that a reader needs no second topic
 * @param occurredAt when the customer said it
 * @param receivedAt when we learnt it
 * @param language two letters, or {@code und} where it cannot be told
 * @param category a path in the product tree; {@code general} where nothing matched
 * @param obligation none where nothing is owed
 * @param rulesVersion which rules decided
 * @param findings every decision with its reasons, in the order they were made
 * @param secondaryType what else the customer said in the same breath; none where it is one thing
 * @param secondaryObligation what we owe because of that; none where nothing is owed for it
 */
public record FeedbackRouted(
        FeedbackReceived feedback,
        Instant occurredAt,
        Instant receivedAt,
        String language,
        FeedbackType type,
        String category,
        String queue,
        Priority priority,
        @Nullable Obligation obligation,
        String rulesVersion,
        List<Finding> findings,
        @Nullable FeedbackType secondaryType,
        @Nullable Obligation secondaryObligation) {

    public FeedbackRouted {
        Objects.requireNonNull(feedback, "feedback is missing");
        Objects.requireNonNull(occurredAt, "occurredAt is missing");
        Objects.requireNonNull(receivedAt, "receivedAt is missing");
        Objects.requireNonNull(language, "language is missing");
        Objects.requireNonNull(type, "type is missing");
        Objects.requireNonNull(category, "category is missing");
        Objects.requireNonNull(queue, "queue is missing");
        Objects.requireNonNull(priority, "priority is missing");
        Objects.requireNonNull(rulesVersion, "rulesVersion is missing");
        findings = findings == null ? List.of() : List.copyOf(findings);
        if (secondaryType == type) {
            throw new IllegalArgumentException("secondaryType must be another than type");
        }
    }

    /** Of a customer who said one thing. */
    public FeedbackRouted(
            FeedbackReceived feedback,
            Instant occurredAt,
            Instant receivedAt,
            String language,
            FeedbackType type,
            String category,
            String queue,
            Priority priority,
            @Nullable Obligation obligation,
            String rulesVersion,
            List<Finding> findings) {
        this(
                feedback,
                occurredAt,
                receivedAt,
                language,
                type,
                category,
                queue,
                priority,
                obligation,
                rulesVersion,
                findings,
                null,
                null);
    }
}
