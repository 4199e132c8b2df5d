/**
 * Who may bring feedback, and of which kind.
 *
 * <p>Promises that a key which is not in the current list opens nothing, and that a broken list changes nothing. Keys
 * themselves are never stored or logged, only their hashes. Knows nothing of bodies.
 */
@NullMarked
package org.feedbackloop.intake.access;

import org.jspecify.annotations.NullMarked;
