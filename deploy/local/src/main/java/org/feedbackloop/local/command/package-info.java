/**
 * The words that follow {@code ./feedback}. Each command says what it does and how it went in plain lines, and ends
 * with 0 when that is what was asked for. What the commands do is done in the packages around; here they are read and
 * told.
 */
@NullMarked
package org.feedbackloop.local.command;

import org.jspecify.annotations.NullMarked;
