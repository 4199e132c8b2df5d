package org.feedbackloop.crm.stage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.CustomerId;

/** Where each relationship stands, and how it got there. */
public interface Stages {

    /** The standing of each of the customers, of somebody new an empty one. */
    Map<CustomerId, Standing> standings(Collection<CustomerId> customers);

    /** Adds steps to the history, in their order, and moves the standings accordingly. */
    void append(List<StageChange> changes);
}
