package org.feedbackloop.intake.channel;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.feedbackloop.intake.draft.Normaliser;

/** Gathers the adapters and gives them what they ask for. */
class ChannelWiring {

    @Produces
    @Singleton
    Normaliser normaliser(ChannelConfig config) {
        return new Normaliser(config.phoneRegion());
    }

    @Produces
    @Singleton
    CanonicalAdapter canonicalAdapter(Normaliser normaliser) {
        return new CanonicalAdapter(normaliser);
    }

    @Produces
    @Singleton
    ChannelAdapters channelAdapters(@All List<ChannelAdapter> adapters) {
        return new ChannelAdapters(adapters);
    }
}
