/**
 * The terminals in the shops, where customers leave smileys or stars.
 *
 * <p>Promises that an answer is kept once however often a terminal sends it, and that it happened when the customer touched the
 * screen, whatever the terminal's clock says and however long the network was gone. Assumes that a terminal keeps what was not
 * taken and sends it again. Must not know how feedback is published.
 */
@NullMarked
package org.feedbackloop.intake.kiosk;

import org.jspecify.annotations.NullMarked;
