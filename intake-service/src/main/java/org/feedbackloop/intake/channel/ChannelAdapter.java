package org.feedbackloop.intake.channel;

import org.feedbackloop.intake.draft.Adapted;

/**
 * Turns one channel's wire format into feedback in normal form. Pure: no I/O, no clock, no state; safe for many threads.
 *
 * <p>To add a channel, write one class that implements this and is marked {@link SelfWiring}; it is found by itself. Its
 * constructor may ask for a {@link org.feedbackloop.intake.draft.Normaliser}.
 */
public interface ChannelAdapter {

    /** Where it listens, below {@code /v1/channels/}: the channel, and the provider after a slash where there is one. */
    String address();

    Adapted adapt(RawRequest request);
}
