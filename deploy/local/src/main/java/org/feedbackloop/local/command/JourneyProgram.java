package org.feedbackloop.local.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.feedbackloop.local.StackFailure;

/** Programs of {@code deploy/journey}, which uses this module and so can only be started by name. */
enum JourneyProgram {
    DEMO("Demo"),
    BENCH("Bench"),
    FAULTS("Faults");

    private final String mainClass;

    JourneyProgram(String simpleName) {
        mainClass = "org.feedbackloop.journey." + simpleName;
    }

    /** Runs it on this terminal, and returns the status it ended with. */
    int run(Settings settings, List<String> arguments) throws InterruptedException {
        Path root = settings.checkout().root();
        Path classes = root.resolve("deploy/journey/target/classes");
        if (!Files.exists(classes.resolve(mainClass.replace('.', '/') + ".class"))) {
            throw new StackFailure("There is no " + mainClass + " in " + classes);
        }
        String classPath = String.join(
                File.pathSeparator,
                classes.toString(),
                root.resolve("deploy/journey/target/lib") + File.separator + "*");
        List<String> java =
                List.of(ProcessHandle.current().info().command().orElse("java"), "-cp", classPath, mainClass);
        try {
            return new ProcessBuilder(
                            Stream.concat(java.stream(), arguments.stream()).toList())
                    .directory(root.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
