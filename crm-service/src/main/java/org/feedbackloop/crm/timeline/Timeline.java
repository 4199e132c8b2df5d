package org.feedbackloop.crm.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;

/** What happened with each customer. Only ever added to. */
public interface Timeline {

    void append(List<TimelineEntry> entries);

    /** On whose timeline these events stand; those that stand on none are left out. */
    Map<EventId, CustomerId> whose(Collection<EventId> entries);
}
