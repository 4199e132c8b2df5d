/**
 * HTTP, for integrations.
 *
 * <p>Promises that a body over its limit is refused without being read whole, that nobody without a valid key gets a body
 * parsed, and that nothing here waits: single posts and batches run on the event loop. Assumes that a caller sends again
 * what was answered with 503. Knows nothing of what bodies mean.
 */
@NullMarked
package org.feedbackloop.intake.door;

import org.jspecify.annotations.NullMarked;
