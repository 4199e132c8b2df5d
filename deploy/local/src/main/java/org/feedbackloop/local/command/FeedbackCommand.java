package org.feedbackloop.local.command;

import org.feedbackloop.local.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./feedback}. */
@Command(
        name = "feedback",
        description = "Runs Feedback Loop on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DeadLetterCommand.class,
            RulesCommand.class,
            BenchCommand.class,
            FaultsCommand.class,
            TrainCommand.class
        },
        footer = {
            "",
            "FEEDBACK_PORT_OFFSET=N moves every port, so that two stacks can run.",
            "FEEDBACK_STATE_DIR=PATH keeps the state elsewhere than in .feedback."
        })
final class FeedbackCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what a command does.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    public static void main(String[] args) {
        CommandLine feedback = new CommandLine(new FeedbackCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StackFailure) {
                        command.getErr().println(failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
        System.exit(feedback.execute(args));
    }
}
