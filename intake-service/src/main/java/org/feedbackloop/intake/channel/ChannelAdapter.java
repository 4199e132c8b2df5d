package org.feedbackloop.intake.channel;

import org.feedbackloop.intake.draft.Adapted;

/**
 * Turns one channel's wire format into feedback in normal form. Pure: no I/O, no clock, no state; safe for many threads.
 *
 * <p>To add a channel, write one class that implements one of the kinds below and is marked {@link SelfWiring}; it is found
 * by itself. Its constructor may ask for a {@link org.feedbackloop.intake.draft.Normaliser}. The kinds:
 *
 * <ul>
 *   <li>{@link TypedAdapter}: a JSON body of ours, brought by whoever holds an API key;
 *   <li>{@link ProviderAdapter}: a provider's own webhook, which proves by itself where it comes from;
 *   <li>this one, for anything else that is brought under an API key.
 * </ul>
 */
public interface ChannelAdapter {

    /** Where it listens, below {@code /v1/channels/}: the channel, and the provider after a slash where there is one. */
    String address();

    /** The media type of the bodies that it reads, for example {@code application/json}. */
    String mediaType();

    /** Never throws for what somebody sent. */
    Adapted adapt(RawRequest request);
}
