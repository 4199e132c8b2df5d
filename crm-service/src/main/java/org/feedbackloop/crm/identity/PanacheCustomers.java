package org.feedbackloop.crm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.feedbackloop.delivery.Rows;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;

/** Customers in PostgreSQL, many in one statement: this is the consumers' hot path. */
@ApplicationScoped
class PanacheCustomers implements Customers {

    private final DataSource database;

    PanacheCustomers(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<Contact, CustomerId> owners(Collection<Contact> contacts) {
        Rows asked = new Rows("text", "text");
        contacts.forEach(contact -> asked.add(contact.kind().wireName(), contact.value()));
        Map<Contact, CustomerId> owners = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            asked.query(
                    connection,
                    """
                    SELECT kind, value, customer_id
                    FROM contact_point JOIN unnest(?, ?) AS asked (kind, value) USING (kind, value)
                    """,
                    row -> owners.put(
                            new Contact(ContactPointRow.kind(row.getString("kind")), row.getString("value")),
                            new CustomerId(row.getObject("customer_id", UUID.class))));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up " + contacts.size() + " contact points", e);
        }
        return owners;
    }

    @Override
    public void add(List<NewCustomer> customers, Map<Contact, CustomerId> contacts) {
        Rows strangers = new Rows("uuid", "text", "text", "timestamptz");
        customers.stream()
                .sorted(Comparator.comparing(NewCustomer::id))
                .forEach(customer ->
                        strangers.add(customer.id().value(), customer.name(), customer.language(), customer.since()));
        Rows points = new Rows("text", "text", "uuid");
        // Sorted, so that two transactions that add the same contact points cannot wait for each other.
        contacts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Contact::kind).thenComparing(Contact::value)))
                .forEach(point -> points.add(
                        point.getKey().kind().wireName(),
                        point.getKey().value(),
                        point.getValue().value()));
        try (Connection connection = database.getConnection()) {
            strangers.update(connection, """
                    INSERT INTO customer (id, name, language, since)
                    SELECT * FROM unnest(?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """);
            int added = points.update(connection, """
                    INSERT INTO contact_point (kind, value, customer_id)
                    SELECT * FROM unnest(?, ?, ?)
                    ON CONFLICT (kind, value) DO NOTHING
                    """);
            if (added < contacts.size()) {
                throw new ContactTaken();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add " + customers.size() + " customers", e);
        }
    }

    @Override
    public Map<CustomerId, Set<ContactKind>> hold(Collection<CustomerId> customers) {
        Map<CustomerId, Set<ContactKind>> held = new HashMap<>();
        Rows ids = new Rows("uuid");
        customers.forEach(customer -> ids.add(customer.value()));
        try (Connection connection = database.getConnection()) {
            ids.query(
                    connection,
                    "SELECT id FROM customer WHERE id = ANY (?) ORDER BY id FOR UPDATE",
                    row -> held.put(
                            new CustomerId(row.getObject("id", UUID.class)), EnumSet.noneOf(ContactKind.class)));
            ids.query(
                    connection,
                    "SELECT DISTINCT customer_id, kind FROM contact_point WHERE customer_id = ANY (?)",
                    row -> held.computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)),
                                    customer -> EnumSet.noneOf(ContactKind.class))
                            .add(ContactPointRow.kind(row.getString("kind"))));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot hold " + customers.size() + " customers", e);
        }
        return held;
    }
}
