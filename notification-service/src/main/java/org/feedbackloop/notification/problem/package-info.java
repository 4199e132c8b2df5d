/**
 * How this service says no: problem documents (RFC 9457), whatever went wrong and wherever. Never a page, never a stack
 * trace, nothing that a customer wrote. A status from 500 on means that our world is broken, not that the caller is wrong.
 */
@NullMarked
package org.feedbackloop.notification.problem;

import org.jspecify.annotations.NullMarked;
