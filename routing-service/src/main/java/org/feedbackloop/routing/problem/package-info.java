/**
 * How this service says no: problem documents (RFC 9457), whatever went wrong and wherever. Never a page, never a stack
 * trace, nothing that a customer wrote; of a rules document, which no customer wrote, every line with something wrong in
 * it. A status from 500 on means that our world is broken, not that the caller is wrong.
 */
@NullMarked
package org.feedbackloop.routing.problem;

import org.jspecify.annotations.NullMarked;
