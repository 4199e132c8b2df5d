/**
 * The data of version 1 of every event, one record each.
 *
 * <p>Within v1 only optional additions are allowed; anything else is a {@code v2} package and topic. A record checks
 * itself when it is made, so that a reader never sees one half-built. Unknown fields are skipped on reading: they are the
 * optional additions of a newer writer.
 */
@NullMarked
package org.feedbackloop.event.v1;

import org.jspecify.annotations.NullMarked;
