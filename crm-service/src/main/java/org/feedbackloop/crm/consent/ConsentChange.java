package org.feedbackloop.crm.consent;

import java.time.Instant;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.ConsentChanged;

/**
 * One word of one customer.
 *
 * @param id the event that tells the world
 * @param said what it tells
 * @param cause the event that led here
 * @param at when the customer said so
 */
public record ConsentChange(EventId id, ConsentChanged said, EventId cause, Instant at) {}
