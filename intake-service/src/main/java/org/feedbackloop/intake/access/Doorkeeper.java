package org.feedbackloop.intake.access;

import java.util.function.Supplier;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Tells who is at the door by the API key they show. */
public final class Doorkeeper {

    private static final String SCHEME = "Bearer ";

    private final Supplier<ApiKeys> keys;

    /** @param keys those that are valid now; asked for each request */
    public Doorkeeper(Supplier<ApiKeys> keys) {
        this.keys = keys;
    }

    /**
     * @param authorization the header of that name
     * @throws Refusal if it shows no valid key
     */
    public Integration identify(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refusal("The header Authorization must be \"Bearer\" and an API key.");
        }
        return keys.get()
                .holderOf(authorization.substring(SCHEME.length()).strip())
                .orElseThrow(() -> refusal("This API key is not known."));
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Problem.of(Kind.UNKNOWN_KEY, detail));
    }
}
