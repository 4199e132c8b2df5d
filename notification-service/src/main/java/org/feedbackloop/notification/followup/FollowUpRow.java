package org.feedbackloop.notification.followup;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What people may see of a follow-up: its story, without the words and the address in its request. */
@Entity
@Immutable
@Table(name = "follow_up")
@SuppressWarnings("NullAway.Init") // Hibernate sets what the table declares as NOT NULL.
class FollowUpRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "feedback_id")
    UUID feedbackId;

    @Column(name = "case_id")
    @Nullable
    UUID caseId;

    String purpose;

    @Column(name = "contact_kind")
    String contactKind;

    String state;

    @Nullable
    String reason;

    int attempts;

    int lapses;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Column(name = "message_id")
    @Nullable
    String messageId;

    /** Newest first. */
    static List<FollowUpRow> ofCustomer(UUID customer, int limit) {
        return FollowUpRow.<FollowUpRow>find("customerId = ?1 order by requestedAt desc, id", customer)
                .page(0, limit)
                .list();
    }
}
