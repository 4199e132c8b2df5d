package org.feedbackloop.crm.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer. */
@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // Hibernate sets the columns.
class CustomerRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Nullable
    String name;

    String language;

    Instant since;
}
