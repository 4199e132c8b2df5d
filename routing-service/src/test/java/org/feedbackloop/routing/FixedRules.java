package org.feedbackloop.routing;

import org.feedbackloop.routing.rules.RulesDocument;

/** Rules that nobody changes. */
record FixedRules(Router router) implements LiveRouter {

    static FixedRules of(RulesDocument document) {
        return new FixedRules(new Router(document));
    }

    @Override
    public boolean isKnown() {
        return true;
    }
}
