package org.feedbackloop.intake.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.feedbackloop.event.v1.Channel;

/** The secrets that stand in the source and so keep nobody out. They are for a developer's own machine. */
public final class LocalSecrets {

    /** In place of every secret that is not an API key. */
    public static final String SECRET = "local-secret";

    static final KeyHash KEY = KeyHash.of("local-key");

    /** The rate is there, and wide enough for any bench. */
    static final ApiKeys.Holder HOLDER = new ApiKeys.Holder(
            new Integration("local", "local", EnumSet.allOf(Channel.class)), Rate.perSecond(1_000_000, 1_000_000));

    private static final Set<String> PROFILES = Set.of("local", "dev", "test");

    private static final int SHORTEST_SECRET = 32;

    private LocalSecrets() {}

    /** Whether all of these profiles are for a developer's own machine. */
    public static boolean sufficeFor(Collection<String> profiles) {
        return PROFILES.containsAll(profiles);
    }

    /**
     * The secret, unless it keeps nobody out.
     *
     * @param property where it is configured
     * @throws IllegalStateException if it is one of these or too short, and this is no developer's own machine
     */
    public static String checked(String property, String secret, Collection<String> profiles) {
        if (!sufficeFor(profiles) && (secret.equals(SECRET) || secret.length() < SHORTEST_SECRET)) {
            throw new IllegalStateException(
                    property + " must be a secret of its own with " + SHORTEST_SECRET + " characters or more");
        }
        return secret;
    }
}
