/**
 * The last hop of the one path: requests for follow-ups come in, mails and outcomes go out. Here is only what puts the
 * features together, and the order in which they start and stop.
 */
@NullMarked
package org.feedbackloop.notification;

import org.jspecify.annotations.NullMarked;
