package org.feedbackloop.crm.hearing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedbackloop.crm.casework.Cases;
import org.feedbackloop.crm.consent.Consents;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.identity.Identification;
import org.feedbackloop.crm.identity.Identification.Speaker;
import org.feedbackloop.crm.identity.NewCustomer;
import org.feedbackloop.crm.stage.Stages;
import org.feedbackloop.crm.stage.Standing;
import org.feedbackloop.crm.timeline.Timeline;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackRouted;

/**
 * Hears what customers said: finds out who speaks, and writes down all that follows, for many feedbacks at once.
 *
 * <p>The number of statements does not depend on the number of feedbacks. Must run in a transaction.
 */
public final class Hearing {

    private final Exchange exchange;
    private final Customers customers;
    private final Stages stages;
    private final Cases cases;
    private final Consents consents;
    private final Timeline timeline;

    public Hearing(
            Exchange exchange, Customers customers, Stages stages, Cases cases, Consents consents, Timeline timeline) {
        this.exchange = exchange;
        this.customers = customers;
        this.stages = stages;
        this.cases = cases;
        this.consents = consents;
        this.timeline = timeline;
    }

    /** @throws Customers.ContactTaken if another transaction met the same stranger in this moment; then try again */
    public void hear(List<Event<FeedbackRouted>> events) {
        List<Event<FeedbackRouted>> unheard = exchange.firstTime(events);
        if (unheard.isEmpty()) {
            return;
        }
        Identification identification = new Identification(customers.owners(contactsOf(unheard)));
        List<Speaker> speakers = unheard.stream()
                .map(event -> identification.speaker(
                        event.partitionKey(), event.data().feedback().contacts()))
                .toList();
        Set<CustomerId> present =
                speakers.stream().map(Speaker::customer).collect(Collectors.toCollection(LinkedHashSet::new));

        // Those we know are held from here on, so that nobody else moves them meanwhile; strangers nobody else can see.
        Map<CustomerId, Set<ContactKind>> reach = customers.hold(present);
        customers.add(strangers(unheard, speakers), identification.added());
        Map<CustomerId, Standing> standings = stages.standings(present);

        Consequences consequences = new Consequences();
        for (int i = 0; i < unheard.size(); i++) {
            Event<FeedbackRouted> event = unheard.get(i);
            Speaker speaker = speakers.get(i);
            Set<ContactKind> kinds =
                    reach.computeIfAbsent(speaker.customer(), stranger -> EnumSet.noneOf(ContactKind.class));
            event.data().feedback().contacts().forEach(contact -> kinds.add(contact.kind()));
            consequences.add(
                    event, speaker, kinds, standings.computeIfAbsent(speaker.customer(), stranger -> new Standing()));
        }
        stages.append(consequences.stageChanges());
        cases.open(consequences.cases());
        consents.append(consequences.consents());
        timeline.append(consequences.timeline());
        exchange.publish(consequences.events());
    }

    private static Collection<Contact> contactsOf(List<Event<FeedbackRouted>> events) {
        return events.stream()
                .flatMap(event -> event.data().feedback().contacts().stream())
                .collect(Collectors.toSet());
    }

    private static List<NewCustomer> strangers(List<Event<FeedbackRouted>> events, List<Speaker> speakers) {
        List<NewCustomer> strangers = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (speakers.get(i).isNew()) {
                FeedbackRouted routed = events.get(i).data();
                strangers.add(new NewCustomer(
                        speakers.get(i).customer(),
                        routed.feedback().customerName(),
                        routed.language(),
                        routed.occurredAt()));
            }
        }
        return strangers;
    }
}
