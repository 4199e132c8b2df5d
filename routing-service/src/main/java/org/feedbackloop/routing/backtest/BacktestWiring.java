package org.feedbackloop.routing.backtest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Puts backtests together, and ends those that run. */
class BacktestWiring {

    @Produces
    @Singleton
    Backtests backtests(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock, MeterRegistry meters) {
        return new Backtests(kafka, clock, meters);
    }

    void stop(@Observes ShutdownEvent event, Backtests backtests) {
        backtests.close();
    }
}
