package org.feedbackloop.crm.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.feedbackloop.crm.casework.Cases;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.timeline.Timeline;

@ApplicationScoped
class FollowUpWiring {

    @Produces
    @Singleton
    Outcomes outcomes(Exchange exchange, Customers customers, Cases cases, Timeline timeline) {
        return new Outcomes(exchange, customers, cases, timeline);
    }
}
