package org.feedbackloop.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.local.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Prints what a part has logged since it came up.")
final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE", description = "A service, or broker, database, mail.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as it logs more.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path logs = Settings.fromEnvironment().state().resolve("logs");
        Path log = logs.resolve(part + ".log");
        if (!Files.exists(log)) {
            throw new StackFailure("There is no log of '" + part + "' in " + logs + ". There are: " + names(logs));
        }
        List<String> tail = follow ? List.of("tail", "-n", "100", "-F") : List.of("cat");
        return new ProcessBuilder(
                        Stream.concat(tail.stream(), Stream.of(log.toString())).toList())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String names(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            return "none";
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString().replace(".log", ""))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
