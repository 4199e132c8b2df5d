/**
 * Fetches the answers of surveys whose provider only tells that there are some.
 *
 * <p>Promises: every announcement becomes one feedback under one id, or a dead letter with its reason. A provider that is
 * away, or has been asked too much, is waited for, however long; one that says no about a response is asked a few times more
 * and then believed. One that it fails at does not hold up the others for long: it goes back to the end of its topic, under
 * the same id. Off the path of requests: the door neither waits for a provider nor fails with it.
 *
 * <p>One announcement after the other, and no order among them is promised: none leads to another. Announcements may come
 * again; what they lead to has the same id then.
 */
@NullMarked
package org.feedbackloop.intake.surveyfetch;

import org.jspecify.annotations.NullMarked;
