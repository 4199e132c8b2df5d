/**
 * What a caller is told when a request is not met.
 *
 * <p>Promises a problem document (RFC 9457) for everything that goes wrong behind the server's own HTTP parser, and a 5xx
 * only where the world is broken. Must never show a stack trace, a customer's words, or an address. Knows nothing of
 * channels or of the broker.
 */
@NullMarked
package org.feedbackloop.intake.problem;

import org.jspecify.annotations.NullMarked;
