package org.feedbackloop.routing;

import org.feedbackloop.routing.rules.RulesNotRead;

/** Knows by what rules feedback is routed at this moment. */
public interface LiveRouter {

    /**
     * The router of the live rules. What is to be decided alike is decided by one: the next may have other rules.
     *
     * @throws RulesNotRead if it is not yet known what rules are live
     */
    Router router();

    boolean isKnown();
}
