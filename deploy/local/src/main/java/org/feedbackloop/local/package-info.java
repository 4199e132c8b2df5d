/**
 * The system on one machine, from real parts: a Kafka broker, a PostgreSQL, a mail server and the four services, each
 * a process of its own that can be killed, frozen and restarted alone.
 *
 * <p>Promises that nothing outlives its {@link org.feedbackloop.local.LocalStack}, however that ends, and that a stack
 * starts again on what an earlier one left behind. Whoever uses this package sees clients alone: the classes of the
 * parts stay in {@code org.feedbackloop.local.process} and out of the user's class path. It knows the services by
 * name, port and jar, never by their classes.
 */
@NullMarked
package org.feedbackloop.local;

import org.jspecify.annotations.NullMarked;
