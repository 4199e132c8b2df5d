/**
 * The whole system, driven from outside: what it does with a feedback, how fast, and what it does when parts of it break.
 *
 * <p>Knows the contract, the APIs and the topics; nothing of what is inside a service.
 */
@NullMarked
package org.feedbackloop.journey;

import org.jspecify.annotations.NullMarked;
