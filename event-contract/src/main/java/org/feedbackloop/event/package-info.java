/**
 * What travels between the services: one envelope, the topics it travels on, and how it is written to and read from the
 * wire.
 *
 * <p>Promises that what one service wrote every other can read, now and a year later; the data itself lives in a package
 * for each version ({@code v1}). Knows nothing of Quarkus, Kafka or a database: a message is a key, headers and bytes.
 */
@NullMarked
package org.feedbackloop.event;

import org.jspecify.annotations.NullMarked;
