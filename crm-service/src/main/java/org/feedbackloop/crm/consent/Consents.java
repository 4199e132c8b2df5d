package org.feedbackloop.crm.consent;

import java.util.List;

/** What customers allow us. Only ever added to. */
public interface Consents {

    void append(List<ConsentChange> changes);
}
