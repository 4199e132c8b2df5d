/**
 * What all pages for customers have in common: languages and texts, the frame and its look, signed tokens.
 *
 * <p>Promises that a page needs nothing from elsewhere, that what it runs stands in files of ours, and that a token tells when
 * its page was made without our having to remember. Must not know what any page is for.
 */
@NullMarked
package org.feedbackloop.intake.page;

import org.jspecify.annotations.NullMarked;
