/**
 * What other rules would have made of what customers really said: the feedback of some days is routed once more by the live
 * rules and by a draft, and compared.
 *
 * <p>Compares what rules make of feedback when it comes in: as if every queue had room, for nobody knows how full it was
 * then, and before a consultant has corrected anything.
 *
 * <p>Changes nothing: it reads the topic in no group, commits nothing and publishes nothing. Bounded in days, in events and
 * in time; ends when its caller hangs up; few run at a time, so that the routing of new feedback does not wait for them.
 * What it shows quotes customers, and so it is for those alone who hold a key.
 */
@NullMarked
package org.feedbackloop.routing.backtest;

import org.jspecify.annotations.NullMarked;
