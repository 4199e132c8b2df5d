package org.feedbackloop.routing.load;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;

/** Starts the counting with the service, and ends it. */
class LoadWiring {

    @Produces
    @Singleton
    LoadConsumer load(LoadConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        return new LoadConsumer(kafka, config.history(), clock);
    }

    void start(@Observes StartupEvent event, LoadConsumer load, MeterRegistry meters) {
        Gauge.builder("routing.open.cases", load, LoadWiring::openCases)
                .description("Open cases of all queues, as far as this replica knows; NaN until it does")
                .register(meters);
        load.start();
    }

    private static double openCases(LoadConsumer load) {
        OptionalInt known = load.openCases();
        return known.isPresent() ? known.getAsInt() : Double.NaN;
    }

    void stop(@Observes ShutdownEvent event, LoadConsumer load) {
        load.close();
    }
}
