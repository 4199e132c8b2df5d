package org.feedbackloop.crm.casework;

import java.util.Optional;
import org.feedbackloop.event.EventId;

/** What consultants have answered. */
public interface Answers {

    Optional<Answer> find(EventId id);

    void add(Answer answer);
}
