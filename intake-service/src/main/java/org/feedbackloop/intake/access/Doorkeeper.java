package org.feedbackloop.intake.access;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.feedbackloop.intake.access.ApiKeys.Holder;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Tells who is at the door: by the API key that they show, or by the secret that their signature was made with. */
public final class Doorkeeper {

    private static final String SCHEME = "Bearer ";

    private final Supplier<ApiKeys> keys;
    private final Supplier<Webhooks> webhooks;
    private final Allowances allowances;

    /**
     * @param keys those that are valid now; asked for each request
     * @param webhooks those that are agreed now; asked for each request
     */
    public Doorkeeper(Supplier<ApiKeys> keys, Supplier<Webhooks> webhooks, Allowances allowances) {
        this.keys = keys;
        this.webhooks = webhooks;
        this.allowances = allowances;
    }

    /**
     * @param authorization the header of that name
     * @throws Refusal if it shows no valid key
     */
    public Holder identify(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refusal("The header Authorization must be \"Bearer\" and an API key.");
        }
        return keys.get()
                .holderOf(authorization.substring(SCHEME.length()).strip())
                .orElseThrow(() -> refusal("This API key is not known."));
    }

    /**
     * Lets so many pieces of theirs in.
     *
     * @throws Refusal if that is more than they may bring now
     */
    public Integration admit(Holder holder, int pieces) {
        allowances.take(holder.sender(), pieces);
        return holder.integration();
    }

    /**
     * The integration that a provider speaks for.
     *
     * @param fits whether the request was signed with this secret
     * @throws Refusal if none of the secrets for this address fits
     */
    public Integration identify(String address, Predicate<Webhook> fits) {
        return webhooks.get().at(address).stream()
                .filter(fits)
                .findFirst()
                .map(Webhook::integration)
                .orElseThrow(() ->
                        new Refusal(Problem.of(Kind.NOT_AUTHENTIC, "No secret that is agreed for this address fits.")));
    }

    /** Every webhook that was agreed for this address. */
    public Iterable<Webhook> webhooksAt(String address) {
        return webhooks.get().at(address);
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Problem.of(Kind.UNKNOWN_KEY, detail));
    }
}
