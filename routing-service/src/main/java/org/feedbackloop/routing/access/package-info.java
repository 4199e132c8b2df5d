/**
 * Who may change the rules of routing, and try others out on what customers have said.
 *
 * <p>Promises that a service in production lets nobody do so until a key was agreed, and that a key which stands in the
 * source opens nothing there. Keeps hashes, never keys. Whoever may only look needs none.
 */
@NullMarked
package org.feedbackloop.routing.access;

import org.jspecify.annotations.NullMarked;
