package org.feedbackloop.crm.exchange;

import java.util.List;
import org.feedbackloop.event.Event;

/** Takes events in once, and gives events out if the transaction commits. */
public interface Exchange {

    /** The name under which this service speaks, as {@code ce_source} says it. */
    String SOURCE = "/crm-service";

    /** Those of the events that have had no effect yet, in their order; from now on they count as handled. */
    <T extends Record> List<Event<T>> firstTime(List<Event<T>> events);

    /** Events of one customer are published in the order in which they were given. */
    void publish(List<Event<?>> events);
}
