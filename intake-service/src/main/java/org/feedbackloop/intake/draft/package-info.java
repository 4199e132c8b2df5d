/**
 * What a customer said, brought into normal form.
 *
 * <p>Promises that a {@link org.feedbackloop.intake.draft.Draft} can be published and stored as it is: contacts in their
 * one normal form, texts without what UTF-8 or a database cannot hold, times within reason. Pure: reads its arguments
 * alone. Knows nothing of wire formats; adapters do.
 */
@NullMarked
package org.feedbackloop.intake.draft;

import org.jspecify.annotations.NullMarked;
