package org.feedbackloop.crm.followup;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.crm.casework.Cases;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.timeline.Timeline;
import org.feedbackloop.delivery.Backlog;
import org.feedbackloop.event.Topics;

@ApplicationScoped
class FollowUpWiring {

    @Produces
    @Singleton
    Outcomes outcomes(Exchange exchange, Customers customers, Cases cases, Timeline timeline) {
        return new Outcomes(exchange, customers, cases, timeline);
    }

    /** Of the feedback that this service has yet to hear. */
    @Produces
    @Singleton
    Backlog feedback(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group) {
        return new Backlog(kafka, group, Topics.FEEDBACK_ROUTED);
    }
}
