/**
 * Surveys of our own, to which each customer is invited by a link of theirs.
 *
 * <p>Promises that looking at a link answers nothing (mail scanners look at all of them), that one answer comes of a link
 * however often it is sent, and that nobody can make or change a link without our secret. Links are not stored: they say
 * themselves whom they invite, to what, and until when. Who reads a link reads the customer's contact in it.
 */
@NullMarked
package org.feedbackloop.intake.invitation;

import org.jspecify.annotations.NullMarked;
