/**
 * How many cases wait in each queue, as crm-service tells it.
 *
 * <p>Each replica follows {@code case.changed.v1} for itself and keeps nothing: after a start it reads some days back, and
 * until it has caught up it says nothing. Partitions are asked for once: a topic has as
 * many as it was made with, for else the order of a key would be lost; were one added all the same, it would be read from
 * after the next start. A count is seconds old, and lacks what was opened before those days; it is a hint.
 * Events may come twice, the second time behind newer ones; the first of each are in order for each case. Nothing waits for
 * it: without it feedback is routed as if every queue had room.
 */
@NullMarked
package org.feedbackloop.routing.load;

import org.jspecify.annotations.NullMarked;
