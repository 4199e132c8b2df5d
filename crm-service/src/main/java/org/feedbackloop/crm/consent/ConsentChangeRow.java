package org.feedbackloop.crm.consent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One word in the history of what a customer allows. */
@Entity
@Table(name = "consent_change")
@SuppressWarnings("NullAway.Init") // Hibernate sets the columns.
class ConsentChangeRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "contact_kind")
    String contactKind;

    String purpose;

    boolean given;

    @Column(name = "feedback_id")
    UUID feedbackId;

    UUID cause;

    @Column(name = "happened_at")
    Instant happenedAt;

    /** Settles the order of what was said at the same instant. */
    @Column(insertable = false, updatable = false)
    long position;

    static List<ConsentChangeRow> of(UUID customer) {
        return list("customerId = ?1 order by happenedAt, position", customer);
    }
}
