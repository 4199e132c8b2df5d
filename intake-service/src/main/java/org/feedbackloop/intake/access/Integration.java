package org.feedbackloop.intake.access;

import java.util.Set;
import org.feedbackloop.event.v1.Channel;

/**
 * Who brings feedback: the holder of an API key, or a public page of ours.
 *
 * @param name part of every event id that is made for it: two integrations may use the same key without meeting
 * @param brand the brand or site that the customer spoke to
 * @param channels what it may bring
 */
public record Integration(String name, String brand, Set<Channel> channels) {

    public Integration {
        if (name.isBlank() || brand.isBlank() || channels.isEmpty()) {
            throw new IllegalArgumentException("an integration needs a name, a brand and a channel");
        }
        channels = Set.copyOf(channels);
    }

    public boolean mayUse(Channel channel) {
        return channels.contains(channel);
    }
}
