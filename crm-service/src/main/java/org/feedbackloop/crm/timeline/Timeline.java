package org.feedbackloop.crm.timeline;

import java.util.List;

/** What happened with each customer. Only ever added to. */
public interface Timeline {

    void append(List<TimelineEntry> entries);
}
