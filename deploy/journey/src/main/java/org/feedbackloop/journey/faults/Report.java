package org.feedbackloop.journey.faults;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.feedbackloop.event.EventType;
import org.feedbackloop.journey.faults.Fault.Blow;
import org.feedbackloop.journey.faults.check.Evidence;
import org.feedbackloop.journey.faults.check.Violation;
import org.feedbackloop.journey.faults.ledger.Account;
import org.feedbackloop.journey.faults.ledger.Answer;

/** The counts, for people. */
final class Report {

    /** Of one promise; a thousand lines of the same are no news. */
    private static final int SHOWN = 5;

    private final Evidence evidence;
    private final FaultLog log;
    private final List<Violation> violations;

    Report(Evidence evidence, FaultLog log, List<Violation> violations) {
        this.evidence = evidence;
        this.log = log;
        this.violations = violations;
    }

    void print(PrintStream out) {
        out.println();
        count(out, "posts", evidence.accounts().size());
        count(out, "  202 at once", accounts(Account::isAcceptedAtOnce));
        count(out, "  202 after retries", accounts(Account::isAcceptedAfterRetries));
        count(out, "  never accepted", accounts(account -> account.accepted().isEmpty()));
        count(out, "    of those kept", keptUnanswered());
        count(out, "answers 5xx", answers(Answer.Unavailable.class));
        count(out, "answers lost", answers(Answer.Lost.class));
        count(out, "answers 202 beyond the first", acceptedAgain());
        count(out, "on the timeline", entries(Evidence.FEEDBACK));
        count(out, "cases", evidence.cases().size());
        count(out, "mails", evidence.mails().size());
        count(out, "  sent again, same Message-ID", evidence.mailsSentAgain());
        EventType.all()
                .forEach(type -> count(out, "duplicates on " + type.topic(), evidence.duplicatesOn(type.topic())));
        count(out, "dead letters", evidence.deadLetters().size());
        count(out, "killed", log.count(Blow.KILLED));
        count(out, "frozen", log.count(Blow.FROZEN));
        count(out, "stopped at once", log.count(Blow.STOPPED_AT_ONCE));
        line(out, "at rest after", evidence.settledIn().toMillis() / 1000.0 + " s");
        count(out, "violations", violations.size());
        violations.stream().map(Violation::rule).distinct().forEach(rule -> printViolations(out, rule));
    }

    private void printViolations(PrintStream out, String rule) {
        List<Violation> broken = violations.stream()
                .filter(violation -> violation.rule().equals(rule))
                .toList();
        out.println();
        out.println("Broken " + broken.size() + " times: " + rule);
        broken.stream().limit(SHOWN).forEach(violation -> out.println("  " + violation.what()));
    }

    private long accounts(Predicate<Account> kind) {
        return evidence.accounts().stream().filter(kind).count();
    }

    private long answers(Class<? extends Answer> kind) {
        return evidence.accounts().stream()
                .flatMap(account -> account.answers().stream())
                .filter(kind::isInstance)
                .count();
    }

    private long acceptedAgain() {
        return answers(Answer.Accepted.class)
                - accounts(account -> account.accepted().isPresent());
    }

    private long entries(String kind) {
        return evidence.timeline().stream()
                .filter(entry -> entry.kind().equals(kind))
                .count();
    }

    private long keptUnanswered() {
        return evidence.received().stream()
                .filter(record -> evidence.accounts().stream()
                        .anyMatch(account -> account.post().key().equals(record.postKey())
                                && account.accepted().isEmpty()))
                .map(record -> record.feedback())
                .distinct()
                .count();
    }

    private static void count(PrintStream out, String what, long number) {
        line(out, what, Long.toString(number));
    }

    private static void line(PrintStream out, String what, String figure) {
        out.printf(Locale.ROOT, "%-42s %9s%n", what, figure);
    }
}
