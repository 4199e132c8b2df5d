package org.feedbackloop.crm.casework;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.jspecify.annotations.Nullable;

/** A case. */
@Entity
@Table(name = "customer_case")
@SuppressWarnings("NullAway.Init") // Hibernate sets the columns.
class CaseRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "feedback_id")
    UUID feedbackId;

    String type;

    String category;

    String queue;

    short priority;

    String language;

    String excerpt;

    @Nullable
    @Column(name = "customer_name")
    String customerName;

    @Nullable
    @Column(name = "reply_kind")
    String replyKind;

    @Nullable
    @Column(name = "reply_value")
    String replyValue;

    @Column(name = "opened_at")
    Instant openedAt;

    @Nullable
    @Column(name = "acknowledge_by")
    Instant acknowledgeBy;

    /** Written in bulk, past Hibernate, which would otherwise write back what it read before. */
    @Nullable
    @Column(name = "acknowledged_at", updatable = false)
    Instant acknowledgedAt;

    @Column(name = "due_at")
    Instant dueAt;

    String status;

    @Nullable
    String consultant;

    @Nullable
    @Column(name = "answered_at")
    Instant answeredAt;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "last_event")
    UUID lastEvent;

    /** Of one queue, most urgent first and then the one that is due first. */
    static List<CaseRow> inQueue(String queue, CaseStatus status, int page, int size) {
        return CaseRow.<CaseRow>find(
                        "queue = ?1 and status = ?2 order by priority, dueAt, id", queue, status.wireName())
                .page(page, size)
                .list();
    }

    Case toCase() {
        return new Case(
                new CaseId(id),
                new CustomerId(customerId),
                new FeedbackId(feedbackId),
                FeedbackType.valueOf(type.toUpperCase(Locale.ROOT)),
                category,
                queue,
                Priority.values()[priority],
                language,
                excerpt,
                customerName,
                replyTo(),
                openedAt,
                acknowledgeBy,
                dueAt,
                progress(),
                new EventId(lastEvent));
    }

    void move(Case moved) {
        Progress progress = moved.progress();
        type = moved.type().wireName();
        status = progress.status().wireName();
        consultant = progress.consultant();
        answeredAt = progress.answeredAt();
        closedAt = progress.closedAt();
        lastEvent = moved.lastEvent().value();
    }

    private @Nullable Contact replyTo() {
        return replyKind == null || replyValue == null
                ? null
                : new Contact(
                        ContactKind.valueOf(replyKind.toUpperCase(Locale.ROOT).replace('-', '_')), replyValue);
    }

    private Progress progress() {
        switch (CaseStatus.valueOf(status.toUpperCase(Locale.ROOT))) {
            case OPEN:
                return new Progress.Open();
            case ANSWERED:
                return new Progress.Answered(Objects.requireNonNull(consultant), Objects.requireNonNull(answeredAt));
            default:
                return new Progress.Closed(consultant, answeredAt, Objects.requireNonNull(closedAt));
        }
    }
}
