package org.feedbackloop.journey;

import java.nio.file.Path;
import java.util.List;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.Progress;
import org.feedbackloop.local.ServiceName;

/**
 * The whole system, started once for all journey tests of this JVM, in a folder and on ports of its own. Two such JVMs may run at
 * once.
 */
final class WholeSystem {

    private static final LocalStack STACK = start();

    private WholeSystem() {}

    static LocalStack stack() {
        return STACK;
    }

    static FeedbackLoop fromOutside() {
        return FeedbackLoop.on(STACK);
    }

    private static LocalStack start() {
        Checkout checkout = Checkout.enclosingWorkingDirectory();
        Path state = checkout.root().resolve("target/journey-stack-" + Integer.getInteger("surefire.forkNumber", 0));
        LocalStack.wipe(state);
        LocalStack stack = LocalStack.in(state, checkout, Ports.free(), List.of(ServiceName.values()), Progress.SILENT);
        stack.start();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return stack;
    }
}
