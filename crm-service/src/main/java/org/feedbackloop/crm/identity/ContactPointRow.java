package org.feedbackloop.crm.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.feedbackloop.event.v1.ContactKind;

/** An address that reaches one customer. */
@Entity
@Table(name = "contact_point")
@IdClass(ContactPointRow.Address.class)
@SuppressWarnings("NullAway.Init") // Hibernate sets the columns.
class ContactPointRow extends PanacheEntityBase {

    @Id
    String kind;

    @Id
    String value;

    @Column(name = "customer_id")
    UUID customerId;

    static Optional<ContactPointRow> at(ContactKind kind, String value) {
        return findByIdOptional(new Address(kind.wireName(), value));
    }

    static List<ContactPointRow> of(UUID customer) {
        return list("customerId = ?1 order by kind, value", customer);
    }

    static ContactKind kind(String wireName) {
        return ContactKind.valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    record Address(String kind, String value) implements Serializable {}
}
