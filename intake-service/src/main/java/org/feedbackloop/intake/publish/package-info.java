/**
 * The one path from a request to an acknowledged event.
 *
 * <p>Promises that accepted means kept, and that a retry carries the id of the first try: ids follow from the
 * Idempotency-Key, or else from the provider's message id. Order is kept for each contact, for all events of a contact
 * have one key. Assumes that size and authenticity have been checked. Knows nothing of HTTP.
 */
@NullMarked
package org.feedbackloop.intake.publish;

import org.jspecify.annotations.NullMarked;
