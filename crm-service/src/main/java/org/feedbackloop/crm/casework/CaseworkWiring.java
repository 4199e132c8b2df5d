package org.feedbackloop.crm.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.timeline.Timeline;

@ApplicationScoped
class CaseworkWiring {

    @Produces
    @Singleton
    Answering answering(
            Customers customers, Cases cases, Answers answers, Timeline timeline, Exchange exchange, Clock clock) {
        return new Answering(customers, cases, answers, timeline, exchange, clock);
    }

    @Produces
    @Singleton
    Reclassifying reclassifying(Customers customers, Cases cases, Timeline timeline, Exchange exchange, Clock clock) {
        return new Reclassifying(customers, cases, timeline, exchange, clock);
    }
}
