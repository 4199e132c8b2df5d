/**
 * The door of the system: takes in what customers and channel providers send, and publishes it.
 *
 * <p>One way in, in a fixed order: size limit, authenticity, parse, normalise, validate, publish. Stateless; any number of
 * replicas. The packages follow that order: {@code door} sees HTTP, {@code access} who is there, {@code channel} the wire
 * formats, {@code draft} the normal form, {@code publish} the broker; {@code problem} is what a caller is told when it goes
 * no further, and {@code form} are the pages that a customer fills in.
 */
@NullMarked
package org.feedbackloop.intake;

import org.jspecify.annotations.NullMarked;
