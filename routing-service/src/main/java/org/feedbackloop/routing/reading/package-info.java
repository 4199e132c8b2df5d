/**
 * How a statement is read: folded to words, searched for phrases, and judged with a confidence and evidence.
 *
 * <p>Promises that reading costs time in proportion to the length of the text, and that evidence quotes the rules, never the
 * customer. Knows no language and no meaning: those are for the packages that ask.
 */
@NullMarked
package org.feedbackloop.routing.reading;

import org.jspecify.annotations.NullMarked;
