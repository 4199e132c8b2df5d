package org.feedbackloop.crm.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feedbackloop.crm.exchange.Exchange;
import org.feedbackloop.crm.identity.Customers;
import org.feedbackloop.crm.timeline.Timeline;
import org.feedbackloop.crm.timeline.TimelineEntry;
import org.feedbackloop.crm.timeline.TimelineKind;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FollowUpId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.CaseStatus;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;

/** A consultant answers a case: the customer is written to, and the case waits until that has arrived. */
public final class Answering {

    private final Customers customers;
    private final Cases cases;
    private final Answers answers;
    private final Timeline timeline;
    private final Exchange exchange;
    private final Clock clock;

    public Answering(
            Customers customers, Cases cases, Answers answers, Timeline timeline, Exchange exchange, Clock clock) {
        this.customers = customers;
        this.cases = cases;
        this.answers = answers;
        this.timeline = timeline;
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * Must run in a transaction.
     *
     * @param key makes a second try of the same answer harmless; unique within the case
     */
    public Outcome answer(CaseId id, String key, String consultant, String text) {
        CustomerId customer = cases.customersOf(List.of(id)).get(id);
        if (customer == null) {
            return new Outcome.NoSuchCase();
        }
        customers.hold(List.of(customer));
        Case held = cases.hold(id).orElseThrow();
        EventId answerId = EventId.named("answer", id.toString(), key);
        Optional<Answer> earlier = answers.find(answerId);
        if (earlier.isPresent()) {
            return earlier.get().text().equals(text)
                    ? new Outcome.Given(earlier.get())
                    : new Outcome.KeyUsedForAnother();
        }
        if (!(held.progress() instanceof Progress.Open open)) {
            return new Outcome.NotOpen(held.progress().status());
        }
        Contact replyTo = held.replyTo();
        if (replyTo == null) {
            return new Outcome.NobodyToReach();
        }
        return new Outcome.Given(give(answerId, held, open, replyTo, consultant, text));
    }

    private Answer give(
            EventId answerId, Case held, Progress.Open open, Contact replyTo, String consultant, String text) {
        Instant now = clock.instant();
        Case answered = held.moved(open.answer(consultant, now), answerId);
        Event<CaseChanged> changed = new Event<>(
                answerId,
                EventType.CASE_CHANGED,
                Exchange.SOURCE,
                now,
                now,
                held.id().toString(),
                held.feedback(),
                held.lastEvent(),
                held.customer().toString(),
                null,
                answered.changed(CaseChange.ANSWERED));
        FollowUpId followUp = FollowUpId.from(answerId.derive("follow-up"));
        Event<FollowUpRequested> requested = changed.leadsTo(
                EventType.FOLLOWUP_REQUESTED,
                Exchange.SOURCE,
                now,
                now,
                followUp.toString(),
                held.customer().toString(),
                new FollowUpRequested(
                        followUp,
                        held.customer(),
                        held.feedback(),
                        held.id(),
                        FollowUpPurpose.ANSWER,
                        replyTo,
                        held.customerName(),
                        held.language(),
                        held.type(),
                        held.excerpt(),
                        text));
        Answer answer = new Answer(answerId, held.id(), consultant, text, now, followUp);
        answers.add(answer);
        cases.keep(answered);
        timeline.append(List.of(
                TimelineEntry.of(
                        changed,
                        held.customer(),
                        TimelineKind.CASE_ANSWERED,
                        held.id(),
                        Map.of("consultant", consultant, "text", text)),
                TimelineEntry.of(
                        requested,
                        held.customer(),
                        TimelineKind.FOLLOW_UP_REQUESTED,
                        held.id(),
                        Map.of("purpose", FollowUpPurpose.ANSWER.wireName(), "followUpId", followUp))));
        exchange.publish(List.of(changed, requested));
        return answer;
    }

    /** What came of trying to answer. */
    public sealed interface Outcome {

        <R> R fold(
                Function<Answer, R> given,
                Supplier<R> noSuchCase,
                Function<CaseStatus, R> notOpen,
                Supplier<R> nobodyToReach,
                Supplier<R> keyUsedForAnother);

        /** It is on its way, now or since an earlier try with the same key. */
        record Given(Answer answer) implements Outcome {
            @Override
            public <R> R fold(
                    Function<Answer, R> given,
                    Supplier<R> noSuchCase,
                    Function<CaseStatus, R> notOpen,
                    Supplier<R> nobodyToReach,
                    Supplier<R> keyUsedForAnother) {
                return given.apply(answer);
            }
        }

        record NoSuchCase() implements Outcome {
            @Override
            public <R> R fold(
                    Function<Answer, R> given,
                    Supplier<R> noSuchCase,
                    Function<CaseStatus, R> notOpen,
                    Supplier<R> nobodyToReach,
                    Supplier<R> keyUsedForAnother) {
                return noSuchCase.get();
            }
        }

        /** Somebody has answered already. */
        record NotOpen(CaseStatus status) implements Outcome {
            @Override
            public <R> R fold(
                    Function<Answer, R> given,
                    Supplier<R> noSuchCase,
                    Function<CaseStatus, R> notOpen,
                    Supplier<R> nobodyToReach,
                    Supplier<R> keyUsedForAnother) {
                return notOpen.apply(status);
            }
        }

        /** The customer left no address. */
        record NobodyToReach() implements Outcome {
            @Override
            public <R> R fold(
                    Function<Answer, R> given,
                    Supplier<R> noSuchCase,
                    Function<CaseStatus, R> notOpen,
                    Supplier<R> nobodyToReach,
                    Supplier<R> keyUsedForAnother) {
                return nobodyToReach.get();
            }
        }

        /** The key was used before, with other words. */
        record KeyUsedForAnother() implements Outcome {
            @Override
            public <R> R fold(
                    Function<Answer, R> given,
                    Supplier<R> noSuchCase,
                    Function<CaseStatus, R> notOpen,
                    Supplier<R> nobodyToReach,
                    Supplier<R> keyUsedForAnother) {
                return keyUsedForAnother.get();
            }
        }
    }
}
