package org.feedbackloop.routing.opinion;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes what is needed to ask, where anybody is to be asked; else nothing of it is even loaded. */
class OpinionWiring {

    private static final Logger LOG = Logger.getLogger(OpinionWiring.class);

    @Produces
    @Singleton
    SecondOpinion secondOpinion(OpinionConfig config) {
        if (!config.enabled()) {
            return SecondOpinion.OFF;
        }
        Endpoint endpoint = new Endpoint(
                required(config.url(), "url"),
                required(config.model(), "model"),
                config.apiKey().orElse(null),
                config.timeout());
        Budget budget = new Budget(config.callsPerMinute(), config.callsAtOnce());
        Doubt doubt = new Doubt(config.below());
        LOG.infof(
                "second-opinion-on host=%s model=%s below=%s callsPerMinute=%d",
                endpoint.url().getHost(), endpoint.model(), doubt.below(), budget.callsPerMinute());
        return SecondOpinion.by(OpinionRelay.to(endpoint, budget), doubt, endpoint.timeout());
    }

    private static <T> T required(Optional<T> setting, String name) {
        return setting.orElseThrow(
                () -> new IllegalArgumentException("routing.second-opinion.enabled is true, and there is "
                        + "no routing.second-opinion." + name + ": set it, or leave second opinions off"));
    }

    /** What is wrong with the settings is told at the start. */
    void start(@Observes StartupEvent event, SecondOpinion secondOpinion) {}
}
