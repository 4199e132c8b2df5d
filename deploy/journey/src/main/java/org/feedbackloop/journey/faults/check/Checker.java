package org.feedbackloop.journey.faults.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feedbackloop.journey.faults.ledger.Answer;

/** Every promise, and whether it was kept. */
public final class Checker {

    static final String KEPT_ONCE = "what was accepted is on the timeline once";
    static final String FIRST_RESULT = "a retry gives the first result";
    static final String ONE_MAIL = "one acknowledgement each";
    static final String NOWHERE = "nothing comes from nowhere";
    static final String ORDER = "order per customer";
    static final String CHAINS = "chains are unbroken";
    static final String CASES = "one case for each obligation";
    static final String STORIES = "every story is told to its end";
    static final String ONE_CUSTOMER = "one customer for each address";
    static final String REFUSED = "nothing sound is refused";
    static final String DEAD_LETTERS = "no dead letters";
    static final String OUTBOXES = "outboxes are empty";
    static final String REST = "at rest within a minute";
    static final String DEATHS = "nobody dies of another's death";

    private static final Duration TIME_TO_SETTLE = Duration.ofSeconds(60);

    private Checker() {}

    public static List<Violation> check(Evidence evidence) {
        return promises().entrySet().stream()
                .flatMap(promise ->
                        promise.getValue().breaches(evidence).map(breach -> new Violation(promise.getKey(), breach)))
                .toList();
    }

    /** The number of promises that evidence is held against. */
    public static int size() {
        return promises().size();
    }

    private static Map<String, Check> promises() {
        Map<String, Check> promises = new LinkedHashMap<>();
        promises.put(KEPT_ONCE, new KeptOnce());
        promises.put(FIRST_RESULT, new FirstResultStands());
        promises.put(ONE_MAIL, new OneMailEach());
        promises.put(NOWHERE, new NothingFromNowhere());
        promises.put(ORDER, new OrderPerCustomer());
        promises.put(CHAINS, new ChainsUnbroken());
        promises.put(CASES, new OneCasePerObligation());
        promises.put(STORIES, new StoriesToldToTheEnd());
        promises.put(ONE_CUSTOMER, new OneCustomerPerAddress());
        promises.put(REFUSED, Checker::refusals);
        promises.put(DEAD_LETTERS, evidence -> evidence.deadLetters().stream());
        promises.put(OUTBOXES, Checker::leftInOutboxes);
        promises.put(REST, Checker::restlessness);
        promises.put(DEATHS, evidence -> evidence.deaths().stream());
        return promises;
    }

    private static Stream<String> refusals(Evidence evidence) {
        return evidence.accounts().stream()
                .filter(account -> account.has(Answer.Refused.class::isInstance))
                .map(account -> "post " + account.post().key() + " was answered " + account.answers());
    }

    private static Stream<String> leftInOutboxes(Evidence evidence) {
        return evidence.leftInOutboxes().entrySet().stream()
                .filter(outbox -> outbox.getValue() > 0)
                .map(outbox -> outbox.getValue() + " events in the outbox of " + outbox.getKey());
    }

    private static Stream<String> restlessness(Evidence evidence) {
        return Stream.of(evidence.settledIn())
                .filter(taken -> taken.compareTo(TIME_TO_SETTLE) > 0)
                .map(taken -> "it took " + taken.toSeconds() + " s");
    }
}
