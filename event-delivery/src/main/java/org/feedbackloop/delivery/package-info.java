/**
 * How events travel: at least once over Kafka, once in effect in PostgreSQL.
 *
 * <p>Promises: what was published has been acknowledged by every in-sync replica; one bad record goes to the dead letters
 * and harms no other; an event is blamed only while the world around it is well; what a transaction puts in the outbox is
 * published if, and only if, the transaction committed, in order for each key.
 *
 * <p>Assumes of a consumer that it commits its offset after {@link EventBatches#accept} has returned, and of a handler
 * that handling an event twice does no more than handling it once ({@link Inbox}).
 *
 * <p>Plain Java over the Kafka client and JDBC, so that each service wires it as it needs; knows no business.
 */
@NullMarked
package org.feedbackloop.delivery;

import org.jspecify.annotations.NullMarked;
