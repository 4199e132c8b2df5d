/**
 * In which language something was said.
 *
 * <p>Promises an answer from the configured languages, or {@code und} where a text is too short or foreign. Knows nothing of
 * what is said.
 */
@NullMarked
package org.feedbackloop.routing.language;

import org.jspecify.annotations.NullMarked;
