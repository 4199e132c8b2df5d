package org.feedbackloop.routing.queue;

/**
 * Something that not every consultant can do.
 *
 * @param askedBy what of a feedback asks for it, for example {@code category website}
 */
public record Skill(String name, String askedBy) {}
