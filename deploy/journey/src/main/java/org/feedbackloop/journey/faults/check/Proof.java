package org.feedbackloop.journey.faults.check;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.journey.faults.check.Evidence.Entry;
import org.feedbackloop.journey.faults.check.Evidence.FollowUp;
import org.feedbackloop.journey.faults.check.Evidence.Letter;
import org.feedbackloop.journey.faults.ledger.Account;
import org.feedbackloop.journey.faults.ledger.Answer;

/**
 * Proves that the checker can fail: sound evidence passes, and with any one thing spoilt in it the right promise is found
 * broken. A checker that was not seen to fail says nothing when it passes.
 */
public final class Proof {

    private static final FeedbackId STRANGER = FeedbackId.from(EventId.named("nobody's"));

    private Proof() {}

    /**
     * One thing spoilt.
     *
     * @param name what was done
     * @param breaks the promise that is then broken
     */
    record Plant(String name, String breaks, Consumer<MadeUpEvidence> spoiling) {

        Evidence spoilt() {
            MadeUpEvidence evidence = MadeUpEvidence.sound();
            spoiling.accept(evidence);
            return evidence.toEvidence();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The number of plants that were found. */
    public static int establish() {
        List<Violation> inSound = Checker.check(MadeUpEvidence.sound().toEvidence());
        if (!inSound.isEmpty()) {
            throw new IllegalStateException("The checker finds fault with sound evidence: " + inSound);
        }
        for (Plant plant : plants()) {
            if (Checker.check(plant.spoilt()).stream()
                    .noneMatch(violation -> violation.rule().equals(plant.breaks()))) {
                throw new IllegalStateException("The checker misses " + plant + ": " + plant.breaks());
            }
        }
        return plants().size();
    }

    static List<Plant> plants() {
        return List.of(
                new Plant("a loss on the timeline", Checker.KEPT_ONCE, it -> it.timeline.remove(first(it))),
                new Plant("a loss before the first topic", Checker.KEPT_ONCE, Proof::acceptButForget),
                new Plant("a double on the timeline", Checker.KEPT_ONCE, it -> it.timeline.add(first(it))),
                new Plant("a retry with a result of its own", Checker.FIRST_RESULT, Proof::answerOtherwise),
                new Plant("a lost mail", Checker.ONE_MAIL, it -> it.mails.remove(2)),
                new Plant("a second mail", Checker.ONE_MAIL, Proof::writeAgain),
                new Plant("a mail sent again for no reason", Checker.ONE_MAIL, it -> it.mails.add(it.mails.get(1))),
                new Plant("a mail to somebody else", Checker.ONE_MAIL, Proof::misdirect),
                new Plant("a mail about nothing", Checker.NOWHERE, Proof::writeToStranger),
                new Plant("a timeline entry of nothing", Checker.NOWHERE, Proof::hearStranger),
                new Plant("a swap on the first topic", Checker.ORDER, it -> Collections.reverse(it.received)),
                new Plant("a swap on the second topic", Checker.ORDER, it -> Collections.reverse(it.routed)),
                new Plant("a swap on the timeline", Checker.ORDER, it -> Collections.reverse(it.timeline)),
                new Plant("a cause that is on no topic", Checker.CHAINS, Proof::breakChain),
                new Plant("a lost case", Checker.CASES, it -> it.cases.remove(0)),
                new Plant("a second case", Checker.CASES, it -> it.cases.add(it.cases.get(0))),
                new Plant("an unfinished follow-up", Checker.STORIES, Proof::leaveUnsent),
                new Plant("an outcome that is not told", Checker.STORIES, Proof::forgetOutcome),
                new Plant("a second customer of one address", Checker.ONE_CUSTOMER, Proof::splitCustomer),
                new Plant("a refusal", Checker.REFUSED, Proof::refuse),
                new Plant("a stray dead letter", Checker.DEAD_LETTERS, it -> it.deadLetters.add("one")),
                new Plant("a left event", Checker.OUTBOXES, it -> it.leftInOutboxes.put("crm", 1)),
                new Plant("a long wait", Checker.REST, it -> it.settledIn = Duration.ofSeconds(61)),
                new Plant("a death", Checker.DEATHS, it -> it.deaths.add("crm-service")));
    }

    private static Entry first(MadeUpEvidence evidence) {
        return evidence.timeline.get(0);
    }

    private static void acceptButForget(MadeUpEvidence evidence) {
        Account account = evidence.accounts.get(0);
        evidence.accounts.set(0, new Account(account.post(), List.of(new Answer.Accepted(STRANGER))));
    }

    private static void answerOtherwise(MadeUpEvidence evidence) {
        Account account = evidence.accounts.get(0);
        Answer other = new Answer.Accepted(STRANGER);
        evidence.accounts.set(
                0, new Account(account.post(), List.of(account.answers().get(1), other)));
    }

    private static void writeAgain(MadeUpEvidence evidence) {
        Letter mail = evidence.mails.get(1);
        evidence.mails.add(new Letter(mail.to(), "<another@example.org>", mail.feedback()));
    }

    private static void misdirect(MadeUpEvidence evidence) {
        Letter mail = evidence.mails.get(1);
        evidence.mails.set(1, new Letter("stranger@example.org", mail.messageId(), mail.feedback()));
    }

    private static void writeToStranger(MadeUpEvidence evidence) {
        evidence.mails.add(new Letter("stranger@example.org", "<stranger@example.org>", STRANGER.toString()));
    }

    private static void hearStranger(MadeUpEvidence evidence) {
        Entry entry = first(evidence);
        evidence.timeline.add(new Entry(entry.customer(), entry.kind(), STRANGER, STRANGER, entry.causation()));
    }

    private static void breakChain(MadeUpEvidence evidence) {
        Entry entry = first(evidence);
        evidence.timeline.set(
                0,
                new Entry(
                        entry.customer(),
                        entry.kind(),
                        entry.feedback(),
                        entry.correlation(),
                        EventId.named("never published")));
    }

    private static void leaveUnsent(MadeUpEvidence evidence) {
        FollowUp followUp = evidence.followUps.get(1);
        evidence.followUps.set(1, new FollowUp(followUp.id(), followUp.feedback(), "planned", 0));
    }

    private static void forgetOutcome(MadeUpEvidence evidence) {
        evidence.timeline.removeIf(entry -> entry.kind().equals(Evidence.FOLLOW_UP_SENT)
                && entry.feedback().equals(first(evidence).feedback()));
    }

    private static void splitCustomer(MadeUpEvidence evidence) {
        Entry entry = first(evidence);
        Entry other = evidence.timeline.stream()
                .filter(any -> !any.customer().equals(entry.customer()))
                .findFirst()
                .orElseThrow();
        evidence.timeline.set(
                0, new Entry(other.customer(), entry.kind(), entry.feedback(), entry.correlation(), entry.causation()));
    }

    private static void refuse(MadeUpEvidence evidence) {
        Account account = evidence.accounts.get(0);
        evidence.accounts.set(0, new Account(account.post(), List.of(new Answer.Refused(409))));
    }
}
