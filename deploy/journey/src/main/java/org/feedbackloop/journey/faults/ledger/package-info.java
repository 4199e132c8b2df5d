/**
 * What was posted, and what was answered: the one record of a fault test that the system under test has no hand in.
 *
 * <p>Everything is noted the moment it is known and before anything is done about it. Knows posts and answers alone,
 * nothing of topics, tables or mails.
 */
@NullMarked
package org.feedbackloop.journey.faults.ledger;

import org.jspecify.annotations.NullMarked;
