package org.feedbackloop.routing.edition;

import java.util.List;
import java.util.Optional;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.rules.RulesDocument;

/**
 * How the rules stand at one moment.
 *
 * @param editions all that ever counted, the oldest first
 * @param live the one that feedback is routed by here: the newest, unless this replica cannot use that
 * @param document what it says
 * @param router what it makes of feedback
 */
record Standing(List<Edition> editions, Edition live, RulesDocument document, Router router) {

    Standing {
        editions = List.copyOf(editions);
    }

    /** The one that the next change must be based on. */
    Edition newest() {
        return editions.get(editions.size() - 1);
    }

    /** The newest of that version; all of a version have the same text. */
    Optional<Edition> edition(String version) {
        for (int at = editions.size() - 1; at >= 0; at--) {
            if (editions.get(at).version().equals(version)) {
                return Optional.of(editions.get(at));
            }
        }
        return Optional.empty();
    }
}
