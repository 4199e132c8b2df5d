package org.feedbackloop.local.process;

import java.nio.file.Path;
import java.util.List;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.Progress;
import org.feedbackloop.local.StackAddresses;

/** The foundations as processes of this machine, on fresh data. */
record EmbeddedFoundations(LocalStack stack) implements Foundations {

    static EmbeddedFoundations start(Path folder) {
        Path state = folder.resolve("state");
        LocalStack.wipe(state);
        LocalStack stack =
                LocalStack.in(state, Checkout.enclosingWorkingDirectory(), Ports.free(), List.of(), Progress.SILENT);
        stack.start();
        return new EmbeddedFoundations(stack);
    }

    @Override
    public StackAddresses addresses() {
        return stack.addresses();
    }

    @Override
    public void close() {
        stack.close();
    }
}
