package org.feedbackloop.routing.edition;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A rule set for tests that change it: all share one broker, and the others want the shipped rules. */
public final class OwnRules implements QuarkusTestProfile {

    static final String NAME = "changed-by-tests";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("routing.rules.name", NAME);
    }
}
