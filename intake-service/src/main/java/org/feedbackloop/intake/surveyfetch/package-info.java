/**
 * Fetches the answers of surveys whose provider only tells that there are some.
 *
 * <p>Promises: every announcement becomes one feedback under one id, or a dead letter with its reason. A provider that is
 * away, or has been asked too much, is waited for, however long; one that says no about a response is asked a few times more
 * and then believed. Off the path of requests: the door neither waits for a provider nor fails with it.
 *
 * <p>One announcement after the other, in the order of its partition. Announcements may come again; what they lead to has the
 * same id then.
 */
@NullMarked
package org.feedbackloop.intake.surveyfetch;

import org.jspecify.annotations.NullMarked;
