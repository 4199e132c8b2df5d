package org.feedbackloop.crm.stage;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in the history of a relationship. */
@Entity
@Table(name = "stage_change")
@SuppressWarnings("NullAway.Init") // Hibernate sets the columns.
class StageChangeRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    String model;

    @Nullable
    @Column(name = "from_stage")
    String from;

    @Column(name = "to_stage")
    String to;

    String direction;

    String rule;

    UUID cause;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(insertable = false, updatable = false)
    long position;

    static List<StageChangeRow> of(UUID customer) {
        return list("customerId = ?1 order by position", customer);
    }
}
