/**
 * Whether a customer may be written to, by what kind of address, for what.
 *
 * <p>The history is only ever added to, and what a customer said last holds: last by when they said it, so that a word that
 * arrives late undoes nothing. Knows words and kinds of address, and no address.
 */
@NullMarked
package org.feedbackloop.crm.consent;

import org.jspecify.annotations.NullMarked;
