package org.feedbackloop.routing;

import org.feedbackloop.routing.rules.RulesDocument;

/** Makes routers. What all of them need, whatever their rules, is made once. */
@FunctionalInterface
public interface Routers {

    Router by(RulesDocument rules);
}
