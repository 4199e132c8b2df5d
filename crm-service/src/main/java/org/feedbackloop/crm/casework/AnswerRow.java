package org.feedbackloop.crm.casework;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An answer. */
@Entity
@Table(name = "case_answer")
@SuppressWarnings("NullAway.Init") // Hibernate sets the columns.
class AnswerRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String consultant;

    String text;

    @Column(name = "given_at")
    Instant givenAt;

    @Column(name = "follow_up_id")
    UUID followUpId;
}
