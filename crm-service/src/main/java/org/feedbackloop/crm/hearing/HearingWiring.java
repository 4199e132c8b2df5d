package org.feedbackloop.crm.hearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.feedbackloop.crm.casework.Cases;
import org.feedbackloop.crm.consent.Consents;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.stage.Stages;
import org.feedbackloop.crm.timeline.Timeline;

@ApplicationScoped
class HearingWiring {

    @Produces
    @Singleton
    Hearing hearing(
            Exchange exchange, Customers customers, Stages stages, Cases cases, Consents consents, Timeline timeline) {
        return new Hearing(exchange, customers, stages, cases, consents, timeline);
    }
}
