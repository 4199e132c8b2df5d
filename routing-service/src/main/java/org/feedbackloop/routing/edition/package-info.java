/**
 * The editions of the rules, one after the other: which is live, which were, and how one becomes so.
 *
 * <p>The topic {@code routing.rules.v1} is the one truth. Whoever wants other rules puts a change on it; each replica reads
 * the topic in its order and comes to the same conclusion as every other: a change counts if its number is one more, and
 * its base the same, as those of the newest edition before it. So two who change the rules at once cannot both win, without
 * a lock and without a database.
 *
 * <p>Promises that a replica which cannot use an edition goes on with the last one that it could; that the rules of one
 * batch of feedback are one edition; and that no feedback is routed before the topic was read to the end that it had when
 * the replica started. Assumes that the topic keeps every record, and that all changes of a rule set have one key, and that its
 * partitions stay as many as they are: they are asked for once.
 */
@NullMarked
package org.feedbackloop.routing.edition;

import org.jspecify.annotations.NullMarked;
