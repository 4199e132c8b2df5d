package org.feedbackloop.crm.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.feedbackloop.delivery.Inbox;
import org.feedbackloop.delivery.Outbox;
import org.feedbackloop.delivery.OutboxRelay;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;

/** Publishes by way of the outbox table, and wakes the relay once the transaction has committed. */
@ApplicationScoped
class OutboxPublisher implements Exchange {

    private final DataSource database;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    OutboxPublisher(DataSource database, OutboxRelay relay, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.relay = relay;
        this.transaction = transaction;
    }

    @Override
    public <T extends Record> List<Event<T>> firstTime(List<Event<T>> events) {
        try (Connection connection = database.getConnection()) {
            Set<EventId> fresh =
                    Inbox.claim(connection, events.stream().map(Event::id).toList());
            List<Event<T>> first = new ArrayList<>(fresh.size());
            for (Event<T> event : events) {
                if (fresh.remove(event.id())) {
                    first.add(event);
                }
            }
            return first;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot claim " + events.size() + " events", e);
        }
    }

    @Override
    public void publish(List<Event<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Outbox.add(connection, events);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add " + events.size() + " events to the outbox", e);
        }
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.nudge();
                }
            }
        });
    }
}
