package org.feedbackloop.routing.queue;

import org.jspecify.annotations.Nullable;

/**
 * The queue that takes a feedback.
 *
 * @param overflowFrom the one that would have taken it, had it not had too much; none where that is the same
 */
public record Placement(Queue queue, @Nullable Queue overflowFrom) {}
