/**
 * What a routed feedback does: to the customer, the relationship, what we may write, the timeline, the queue, and what
 * the customer hears first.
 *
 * <p>Handles many events in one transaction with a fixed number of statements. Expects the events of one customer in their
 * order; that of others does not matter.
 */
@NullMarked
package org.feedbackloop.crm.hearing;

import org.jspecify.annotations.NullMarked;
