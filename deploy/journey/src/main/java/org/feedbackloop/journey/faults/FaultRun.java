package org.feedbackloop.journey.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.journey.faults.FaultPlan.Moment;
import org.feedbackloop.journey.faults.check.Checker;
import org.feedbackloop.journey.faults.check.Evidence;
import org.feedbackloop.journey.faults.check.Proof;
import org.feedbackloop.journey.faults.check.Violation;
import org.feedbackloop.journey.faults.ledger.Ledger;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.ServiceName;
import org.feedbackloop.local.TopicReader;

/**
 * The whole test, on a stack of its own.
 *
 * @param posts how many posts are made while the faults strike
 * @param lasting about how long that takes
 * @param seed decides on customers, words, faults and moments
 * @param state the folder of the stack and the ledger; what an earlier run left there is removed
 */
public record FaultRun(int posts, Duration lasting, long seed, Path state) {

    /** Prints what happens and, at the end, the counts; returns the promises that were broken. */
    public List<Violation> run(PrintStream out)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        out.printf("The checker finds each of %d planted faults, and none in sound evidence.%n", Proof.establish());
        out.printf("%d posts, seed %d%n", posts, seed);
        LocalStack.wipe(state);
        FaultLog log = new FaultLog(out);
        try (LocalStack stack = LocalStack.in(
                state, Checkout.enclosingWorkingDirectory(), QuietPorts.find(), List.of(ServiceName.values()), log)) {
            stack.start();
            Evidence evidence = breakAndWatch(stack, log);
            List<Violation> violations = Checker.check(evidence);
            new Report(evidence, log, violations).print(out);
            return violations;
        }
    }

    private Evidence breakAndWatch(LocalStack stack, FaultLog log)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Ledger ledger = Ledger.in(state.resolve("ledger.tsv"))) {
            Load load = new Load(
                    Conversation.of(posts, seed),
                    lasting,
                    new IntakeDoor(stack.service("intake-service").uri()),
                    ledger);
            load.start();
            for (Moment moment : FaultPlan.of(posts, seed).moments()) {
                load.allow(moment.afterPosts());
                load.awaitBegun(moment.afterPosts());
                load.allow(moment.untilPosts());
                strike(moment.fault(), stack, log);
            }
            load.awaitEnd();
            log.say("the last post is answered");
            try (Tables crm = Tables.of("crm", stack.database());
                    Tables notification = Tables.of("notification", stack.database());
                    Settling settling = new Settling(stack.broker().bootstrapServers(), crm, notification)) {
                Duration settledIn = settling.await(log::say);
                log.say("at rest");
                TopicReader topics = new TopicReader(stack.broker().bootstrapServers());
                return new Inspection(topics, crm, notification, stack.mail().mailbox())
                        .gather(ledger.accounts(), settledIn, log.deaths());
            }
        }
    }

    private static void strike(Fault fault, LocalStack stack, FaultLog log) throws InterruptedException {
        long begin = System.nanoTime();
        fault.strike().accept(stack);
        log.struck(fault);
        TimeUnit.MILLISECONDS.sleep(fault.lasting().toMillis());
        fault.mend().accept(stack);
        log.mended(fault, Duration.ofNanos(System.nanoTime() - begin));
    }
}
