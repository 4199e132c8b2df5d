/**
 * Where a relationship stands, and every step it took, with cause and rule.
 *
 * <p>The rules are pure and read from top to bottom; the history is only ever added to.
 */
@NullMarked
package org.feedbackloop.crm.stage;

import org.jspecify.annotations.NullMarked;
