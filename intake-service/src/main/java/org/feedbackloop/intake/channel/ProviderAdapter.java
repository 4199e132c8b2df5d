package org.feedbackloop.intake.channel;

import java.util.Optional;
import org.feedbackloop.intake.draft.Adapted;

/**
 * A provider's own webhook. The provider shows no API key of ours; it signs, and the secret that fits tells which of our
 * brands it speaks for.
 *
 * <p>What was authentic is kept whatever it says: a provider that gets errors stops sending. So {@link #adapt} answers {@link
 * Adapted.Rejected} only for what it cannot read at all, and sets the rest aside with a reason.
 */
public interface ProviderAdapter extends ChannelAdapter {

    /**
     * Whether this request was sent by who knows the secret. Looks at the bytes as they came, before anything is parsed, and
     * takes equally long whatever is wrong. Never throws for what somebody sent.
     *
     * @param secret as it was agreed with the provider
     */
    boolean isAuthentic(RawRequest request, String secret);

    /** Any: some providers send forms, some JSON, and some both. */
    @Override
    default String mediaType() {
        return "*/*";
    }

    /** What the provider wants to hear when we have what it sent; our own receipt if it does not care. */
    default Optional<Reply> thanks() {
        return Optional.empty();
    }

    /**
     * The answer to a GET by which a provider makes sure that an address is ours; empty if this is none.
     *
     * @param verifyToken as it was agreed with the provider
     */
    default Optional<Reply> greet(RawRequest request, String verifyToken) {
        return Optional.empty();
    }

    /** An answer in the provider's terms, with status 200. */
    record Reply(String mediaType, String body) {}
}
