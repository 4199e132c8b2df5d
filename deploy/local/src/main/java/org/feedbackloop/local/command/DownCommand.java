package org.feedbackloop.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.RunningStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Stops everything, in order.")
final class DownCommand implements Callable<Integer> {

    @Option(names = "--wipe", description = "Also remove all that was kept: topics, databases, logs.")
    private boolean wipe;

    @Override
    public Integer call() {
        Settings settings = Settings.fromEnvironment();
        Optional<RunningStack> stack = RunningStack.in(settings.state(), settings.checkout());
        if (stack.isPresent()) {
            System.out.println(stack.get().stop() ? "stopped" : "killed, for it did not stop");
        } else {
            System.out.println("No stack runs in " + settings.state());
        }
        if (wipe) {
            LocalStack.wipe(settings.state());
            System.out.println("removed " + settings.state());
        }
        return 0;
    }
}
