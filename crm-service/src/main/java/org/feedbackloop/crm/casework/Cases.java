package org.feedbackloop.crm.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.CaseId;

/** All cases, open or not. */
public interface Cases {

    void open(List<Case> cases);

    /** Customers have heard that we know, at these times; the first time counts. */
    void acknowledge(Map<CaseId, Instant> heardAt);

    /** A case to change: held until the transaction ends. */
    Optional<Case> hold(CaseId id);

    /** The case without holding it. */
    Optional<Case> find(CaseId id);

    /** Keeps how far a held case has come, and of what type it is. */
    void keep(Case moved);
}
