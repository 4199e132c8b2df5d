package org.feedbackloop.routing.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.RulesChanged;
import org.feedbackloop.routing.LiveRouter;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.Routers;
import org.feedbackloop.routing.edition.Outcome.Live;
import org.feedbackloop.routing.edition.Outcome.Overtaken;
import org.feedbackloop.routing.edition.Outcome.Refused;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.RulesNotRead;
import org.feedbackloop.routing.rules.RulesRefused;
import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are live, as the changes read so far have it. One thread tells it of changes, in the order of the topic;
 * many read. What counts is decided by numbers and bases alone, and not by what this replica can use, so that an older
 * replica agrees with the newer ones about which change comes next.
 */
final class LiveRules implements LiveRouter {

    private final Routers routers;

    /** All editions that counted. Changed by the one thread that tells of changes. */
    private final List<Edition> editions = new ArrayList<>();

    private final RulesDocument startedWith;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Standing standing;

    LiveRules(RulesDocument startedWith, Routers routers) {
        this.startedWith = startedWith;
        this.routers = routers;
        editions.add(Edition.startedWith(startedWith));
    }

    @Override
    public Router router() {
        return standing().router();
    }

    /** @throws RulesNotRead until the past was read */
    Standing standing() {
        Standing current = standing;
        if (current == null) {
            throw new RulesNotRead();
        }
        return current;
    }

    @Override
    public boolean isKnown() {
        return standing != null;
    }

    /**
     * What will have come of a change once it is read.
     *
     * @param document what it holds: known here, it need not be understood a second time
     */
    CompletableFuture<Outcome> outcomeOf(EventId change, RulesDocument document) {
        Waiting one = new Waiting(change, document, new CompletableFuture<>());
        waiting.add(one);
        one.outcome().whenComplete((outcome, failure) -> waiting.remove(one));
        return one.outcome();
    }

    /** Tells of a change from the time before the replica started. Which of all those is live is found out at the end. */
    void takePast(Event<RulesChanged> event) {
        if (comesNext(event.data())) {
            editions.add(Edition.of(event));
        }
    }

    /**
     * The past has been read to its end: the newest edition that can be used is live.
     *
     * @return those that cannot, if there are newer ones
     */
    List<Refused> pastIsRead() {
        List<Refused> refused = new ArrayList<>();
        for (int at = editions.size() - 1; at > 0; at--) {
            Edition edition = editions.get(at);
            List<Problem> problems = use(edition, () -> RulesDocument.parse(edition.text()));
            if (problems.isEmpty()) {
                return refused;
            }
            refused.add(new Refused(edition, problems));
        }
        standing = new Standing(editions, editions.get(0), startedWith, routers.by(startedWith));
        return refused;
    }

    /** Tells of a change that came after. */
    Outcome take(Event<RulesChanged> event) {
        Outcome outcome = outcome(event);
        waiting.stream()
                .filter(one -> one.change().equals(event.id()))
                .forEach(one -> one.outcome().complete(outcome));
        return outcome;
    }

    private Outcome outcome(Event<RulesChanged> event) {
        RulesChanged change = event.data();
        if (!comesNext(change)) {
            return isKnown(event) ? new Live(editions.get(change.number()), false) : new Overtaken(newest());
        }
        Edition edition = Edition.of(event);
        editions.add(edition);
        List<Problem> problems = use(edition, () -> document(event));
        if (problems.isEmpty()) {
            return new Live(edition, true);
        }
        Standing before = standing();
        standing = new Standing(editions, before.live(), before.document(), before.router());
        return new Refused(edition, problems);
    }

    private RulesDocument document(Event<RulesChanged> event) {
        String text = event.data().text();
        return waiting.stream()
                .filter(one -> one.change().equals(event.id()))
                .map(Waiting::document)
                .filter(document -> document.text().equals(text))
                .findFirst()
                .orElseGet(() -> RulesDocument.parse(text));
    }

    /** Makes an edition live; what is wrong with it, if that cannot be. */
    private List<Problem> use(Edition edition, Supplier<RulesDocument> reading) {
        try {
            RulesDocument document = reading.get();
            if (!document.version().equals(edition.version())) {
                return List.of(new Problem(
                        1, "", "this text is version " + document.version() + ", and not " + edition.version()));
            }
            standing = new Standing(editions, edition, document, routers.by(document));
            return List.of();
        } catch (RulesRefused refused) {
            return refused.problems();
        } catch (RuntimeException e) {
            // Whatever a router cannot be made of: this replica has one that works, and keeps it.
            return List.of(new Problem(1, "", "cannot be used: " + e));
        }
    }

    private boolean comesNext(RulesChanged change) {
        return change.number() == newest().number() + 1 && Objects.equals(change.basedOn(), newest().base());
    }

    /** It counted, and has come a second time. */
    private boolean isKnown(Event<RulesChanged> event) {
        int number = event.data().number();
        return number < editions.size()
                && event.id().equals(editions.get(number).id());
    }

    private Edition newest() {
        return editions.get(editions.size() - 1);
    }

    private record Waiting(EventId change, RulesDocument document, CompletableFuture<Outcome> outcome) {}
}
