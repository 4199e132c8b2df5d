/**
 * The pages that a customer fills in.
 *
 * <p>Promises that a page works without JavaScript, keeps what was typed whatever goes wrong, and sends a message once
 * however often it is sent. Must not know how feedback is published; takes the same path as everybody else.
 */
@NullMarked
package org.feedbackloop.intake.form;

import org.jspecify.annotations.NullMarked;
