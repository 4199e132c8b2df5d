/**
 * The wire formats of the channels, one adapter each.
 *
 * <p>Promises one outcome for equal requests, so that a provider's redelivery is recognised, and never an exception for
 * what somebody sent. Adapters do no I/O and know nothing of HTTP, keys or Kafka.
 */
@NullMarked
package org.feedbackloop.intake.channel;

import org.jspecify.annotations.NullMarked;
