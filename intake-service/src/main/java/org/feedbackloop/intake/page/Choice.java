package org.feedbackloop.intake.page;

/**
 * One step of a scale, as a page shows it.
 *
 * @param name in the visitor's language
 * @param isChosen before the visitor does anything
 */
public record Choice(int score, String name, boolean isChosen) {}
