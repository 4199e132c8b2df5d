/**
 * The button that somebody else's website shows, and what opens behind it.
 *
 * <p>Promises that the script runs under a policy that allows our origin and nothing inline, that it keeps nothing in the
 * visitor's browser, and that no page but those of the configured origins can use it. Texts and fields come from here, so that
 * the script stays small and the forms stay in one place.
 */
@NullMarked
package org.feedbackloop.intake.widget;

import org.jspecify.annotations.NullMarked;
