package org.feedbackloop.crm.stage;

import java.time.Instant;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.StageMove;

/**
 * One step of one relationship.
 *
 * @param id the event that tells the world
 * @param cause the event that led here
 * @param at when what led here happened
 */
public record StageChange(EventId id, CustomerId customer, StageMove move, EventId cause, Instant at) {}
