/**
 * What the services could not handle: shown, and given back to them once the cause is mended.
 *
 * <p>Relies on the headers that a consumer puts on a dead letter (their names begin with {@code dlq-}) and on nothing
 * else of the services. What was given back is remembered as the committed offsets of a consumer group, on the broker
 * and nowhere else. A record that is given back twice does no harm: every consumer recognises an event by its id.
 */
@NullMarked
package org.feedbackloop.local.deadletter;

import org.jspecify.annotations.NullMarked;
