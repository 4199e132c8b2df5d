/**
 * The one document that says how feedback is routed.
 *
 * <p>Promises rules that are whole: a document with anything wrong in it is refused, with line, place and reason, and
 * nothing of it is used. Knows what the steps need, not how they decide.
 */
@NullMarked
package org.feedbackloop.routing.rules;

import org.jspecify.annotations.NullMarked;
