package org.feedbackloop.crm.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;

/** All cases, open or not. */
public interface Cases {

    void open(List<Case> cases);

    /** Customers have heard that we know, at these times; the first time counts. */
    void acknowledge(Map<CaseId, Instant> heardAt);

    /**
     * A case to change: held until the transaction ends, as it stands now that it is held. Hold its customer first, in the
     * order in which the consumers hold them.
     */
    Optional<Case> hold(CaseId id);

    /** Whose these cases are; those that are not known are left out. That is all that may be known of a case before it is held. */
    Map<CaseId, CustomerId> customersOf(Collection<CaseId> cases);

    /** Keeps how far a held case has come, and of what type it is. */
    void keep(Case moved);
}
