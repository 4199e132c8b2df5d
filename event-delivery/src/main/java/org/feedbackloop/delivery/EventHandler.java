package org.feedbackloop.delivery;

import java.util.List;
import org.feedbackloop.event.Event;

/** What a service does with events of one type. */
@FunctionalInterface
public interface EventHandler<T extends Record> {

    /**
     * Handles all of them or none. Whatever it throws means none; the events come again, together or one at a time.
     *
     * @param events in the order of their topic for each key; some may have been handled before
     */
    void handle(List<Event<T>> events);
}
