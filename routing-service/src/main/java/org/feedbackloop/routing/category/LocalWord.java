package org.feedbackloop.routing.category;

import org.feedbackloop.routing.language.Language;

/** A phrase in one language. */
public record LocalWord(Language language, String phrase) {}
