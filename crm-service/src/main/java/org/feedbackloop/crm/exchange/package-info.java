/**
 * What comes in from the other services and goes out to them, in the transaction of its effect.
 *
 * <p>Must be called within a transaction. An event counts as handled, and what it leads to is published, only if that
 * transaction commits.
 */
@NullMarked
package org.feedbackloop.crm.exchange;

import org.jspecify.annotations.NullMarked;
