package org.feedbackloop.crm;

import static org.feedbackloop.crm.Heard.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedbackloop.crm.casework.Answer;
import org.feedbackloop.crm.casework.Answers;
import org.feedbackloop.crm.casework.Case;
import org.feedbackloop.crm.casework.Cases;
import org.feedbackloop.crm.casework.Progress;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.identity.NewCustomer;
import org.feedbackloop.crm.timeline.Timeline;
import org.feedbackloop.crm.timeline.TimelineEntry;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.jspecify.annotations.Nullable;

/** Everything that cases are worked on with, in memory; and others who may be faster. */
public final class Office implements Customers, Cases, Answers, Timeline, Exchange {

    public static final CaseId CASE = CaseId.from(EventId.named("case"));
    public static final CustomerId CUSTOMER = CustomerId.from(EventId.named("customer", "ada"));
    public static final EventId OPENED = EventId.named("opened");

    public final Map<CaseId, Case> cases = new HashMap<>();
    public final Map<EventId, Answer> answers = new HashMap<>();
    public final List<TimelineEntry> timeline = new ArrayList<>();
    public final List<Event<?>> published = new ArrayList<>();
    public final Map<CaseId, Instant> acknowledged = new HashMap<>();
    private final Set<EventId> handled = new HashSet<>();
    private Runnable othersFirst = () -> {};

    /** With one open case, a complaint by mail. */
    public static Office withAnOpenCase() {
        return withAnOpenCase(new Contact(ContactKind.EMAIL, "ada@example.org"));
    }

    public static Office withAnOpenCase(@Nullable Contact replyTo) {
        Office office = new Office();
        office.cases.put(
                CASE,
                new Case(
                        CASE,
                        CUSTOMER,
                        FeedbackId.from(EventId.named("feedback")),
                        FeedbackType.COMPLAINT,
                        "lighting",
                        "lighting-en",
                        Priority.HIGH,
                        "en",
                        "The lamp was broken.",
                        "Ada Lovelace",
                        replyTo,
                        NOON,
                        null,
                        NOON.plusSeconds(86_400),
                        new Progress.Open(),
                        OPENED));
        return office;
    }

    /** What others do with the customer's cases while somebody stands in line for the customer. */
    public Office where(Runnable isDoneFirst) {
        othersFirst = isDoneFirst;
        return this;
    }

    public Case theCase() {
        return cases.get(CASE);
    }

    @Override
    public Map<CustomerId, Set<ContactKind>> hold(Collection<CustomerId> customers) {
        Runnable others = othersFirst;
        othersFirst = () -> {};
        others.run();
        return customers.stream()
                .collect(Collectors.toMap(Function.identity(), customer -> EnumSet.of(ContactKind.EMAIL)));
    }

    @Override
    public Optional<Case> hold(CaseId id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public Map<CaseId, CustomerId> customersOf(Collection<CaseId> asked) {
        return asked.stream()
                .filter(cases::containsKey)
                .collect(Collectors.toMap(
                        Function.identity(), id -> cases.get(id).customer()));
    }

    @Override
    public void keep(Case moved) {
        cases.put(moved.id(), moved);
    }

    @Override
    public Optional<Answer> find(EventId id) {
        return Optional.ofNullable(answers.get(id));
    }

    @Override
    public void add(Answer answer) {
        answers.put(answer.id(), answer);
    }

    @Override
    public void append(List<TimelineEntry> entries) {
        timeline.addAll(entries);
    }

    @Override
    public void publish(List<Event<?>> events) {
        published.addAll(events);
    }

    @Override
    public <T extends Record> List<Event<T>> firstTime(List<Event<T>> events) {
        return events.stream().filter(event -> handled.add(event.id())).toList();
    }

    @Override
    public void open(List<Case> opened) {
        opened.forEach(this::keep);
    }

    @Override
    public void acknowledge(Map<CaseId, Instant> heardAt) {
        acknowledged.putAll(heardAt);
    }

    @Override
    public Map<EventId, CustomerId> whose(Collection<EventId> entries) {
        return timeline.stream()
                .filter(entry -> entries.contains(entry.id()))
                .collect(Collectors.toMap(TimelineEntry::id, TimelineEntry::customer));
    }

    @Override
    public Map<Contact, CustomerId> owners(Collection<Contact> contacts) {
        throw new UnsupportedOperationException("nobody who works on cases does this");
    }

    @Override
    public void add(List<NewCustomer> customers, Map<Contact, CustomerId> contacts) {
        throw new UnsupportedOperationException("nobody who works on cases does this");
    }
}
