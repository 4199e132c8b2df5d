/**
 * Makes the model that {@code type} reads, from the corpus in {@code src/training}, and tells how good it is.
 *
 * <p>Promises the same bytes for the same corpus. Nothing here runs in the service: the library that trains is not in it.
 */
@NullMarked
package org.feedbackloop.routing.training;

import org.jspecify.annotations.NullMarked;
