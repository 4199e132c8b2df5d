package org.feedbackloop.routing.edition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.feedbackloop.delivery.EventPublisher;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.v1.RulesChanged;
import org.feedbackloop.routing.edition.Outcome.Live;
import org.feedbackloop.routing.edition.Outcome.Overtaken;
import org.feedbackloop.routing.edition.Outcome.Unknown;
import org.feedbackloop.routing.rules.RulesDocument;
import org.jspecify.annotations.Nullable;

/** Puts changes of the rules on their topic, and waits until the topic has told what came of them. */
final class RulesPublisher implements AutoCloseable {

    private static final String SOURCE = "/routing-service";

    private static final long PAUSE_MILLIS = 20;

    /** Far more than one replica is behind another. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final String name;
    private final LiveRules rules;
    private final EventPublisher publisher;
    private final Clock clock;
    private final Duration limit;
    private final Duration moment;

    /**
     * @param name of the rule set
     * @param limit how long a caller waits; the publisher gives up no later
     */
    RulesPublisher(String name, LiveRules rules, EventPublisher publisher, Clock clock, Duration limit) {
        this(name, rules, publisher, clock, limit, MOMENT);
    }

    /**
     * @param name of the rule set
     * @param limit how long a caller waits; the publisher gives up no later
     * @param moment how long a caller who has seen other rules waits for this replica to see them
     */
    RulesPublisher(
            String name, LiveRules rules, EventPublisher publisher, Clock clock, Duration limit, Duration moment) {
        this.name = name;
        this.rules = rules;
        this.publisher = publisher;
        this.clock = clock;
        this.limit = limit;
        this.moment = moment;
    }

    /**
     * Who changes the rules, and why.
     *
     * @param rolledBackTo the version that is restored, if one is
     */
    record Wish(
            RulesDocument document,
            String author,
            @Nullable String note,
            @Nullable String rolledBackTo) {}

    /** Blocks until it is known what came of it, or the limit is over. What is so already is not asked for again. */
    Outcome change(Wish wish, IfMatch ifMatch) {
        Edition newest = awaitedBy(ifMatch).newest();
        RulesDocument document = wish.document();
        if (document.version().equals(newest.version()) && document.text().equals(newest.text())) {
            return new Live(newest, false);
        }
        if (!ifMatch.admits(newest.version())) {
            return new Overtaken(newest);
        }
        return publish(event(wish, newest, clock.instant()), document);
    }

    /**
     * How the rules stand. If the caller has seen rules that are not known here, another replica may have read them a moment
     * before this one: it is given that moment.
     */
    private Standing awaitedBy(IfMatch ifMatch) {
        long until = System.nanoTime() + moment.toNanos();
        Standing standing = rules.standing();
        while (standing.editions().stream().noneMatch(edition -> ifMatch.admits(edition.version()))
                && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return standing;
            }
            standing = rules.standing();
        }
        return standing;
    }

    private Outcome publish(Event<RulesChanged> event, RulesDocument document) {
        long until = System.nanoTime() + limit.toNanos();
        CompletableFuture<Outcome> outcome = rules.outcomeOf(event.id(), document);
        try {
            while (!publisher.isReadyFor(Topics.ROUTING_RULES) && System.nanoTime() < until) {
                // The client forgets a topic that it has not written to for a week, and refuses what comes meanwhile.
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            publisher.publish(event).whenComplete((acknowledged, failure) -> {
                if (failure != null) {
                    outcome.complete(new Unknown());
                }
            });
            return outcome.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome never fails", e);
        } finally {
            outcome.complete(new Unknown());
        }
    }

    /** Its id follows from what it wants: who tries again after a failure wants the same once. */
    private Event<RulesChanged> event(Wish wish, Edition newest, Instant now) {
        int number = newest.number() + 1;
        String version = wish.document().version();
        EventId id = EventId.named("routing.rules", name, Integer.toString(number), version);
        return new Event<>(
                id,
                EventType.ROUTING_RULES,
                SOURCE,
                now,
                now,
                name,
                FeedbackId.from(id),
                id,
                name,
                null,
                new RulesChanged(
                        name,
                        number,
                        version,
                        newest.base(),
                        wish.document().text(),
                        now,
                        wish.author(),
                        wish.note(),
                        wish.rolledBackTo()));
    }

    @Override
    public void close() {
        publisher.close();
    }
}
