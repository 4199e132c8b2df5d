package org.feedbackloop.routing.priority;

import org.feedbackloop.event.v1.Priority;

/** What the class of a customer does to a priority. Urgent is for harm alone, and stays so whoever comes to it. */
public enum Step {
    SOONER {
        @Override
        Priority from(Priority priority) {
            return priority == Priority.LOW ? Priority.NORMAL : priority == Priority.NORMAL ? Priority.HIGH : priority;
        }
    },
    LATER {
        @Override
        Priority from(Priority priority) {
            return priority == Priority.HIGH ? Priority.NORMAL : priority == Priority.NORMAL ? Priority.LOW : priority;
        }
    };

    abstract Priority from(Priority priority);
}
