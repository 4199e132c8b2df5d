/**
 * Whether somebody may have come to harm, and what that means for all that is decided about it.
 *
 * <p>Heard in all languages whatever the text's own, and denied by nothing: looking once too often costs a minute.
 */
@NullMarked
package org.feedbackloop.routing.harm;

import org.jspecify.annotations.NullMarked;
