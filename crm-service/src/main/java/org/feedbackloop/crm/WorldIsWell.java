package org.feedbackloop.crm;

import java.util.function.BooleanSupplier;

/** Whether the database answers now: an event that fails while it does not is not to blame. */
@FunctionalInterface
public interface WorldIsWell extends BooleanSupplier {}
