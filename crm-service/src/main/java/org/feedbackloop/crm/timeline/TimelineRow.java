package org.feedbackloop.crm.timeline;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of a timeline. */
@Entity
@Table(name = "timeline_entry")
@SuppressWarnings("NullAway.Init") // Hibernate sets the columns.
class TimelineRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    String kind;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    UUID correlation;

    UUID causation;

    @Nullable
    @Column(name = "case_id")
    UUID caseId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> detail;

    /** Settles the order of what happened at the same instant. */
    @Column(insertable = false, updatable = false)
    long position;

    static List<TimelineRow> of(UUID customer, int page, int size) {
        return TimelineRow.<TimelineRow>find("customerId = ?1 order by happenedAt, position", customer)
                .page(Page.of(page, size))
                .list();
    }
}
