package org.feedbackloop.local.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.local.StackFailure;

/** Programs of modules that this one must not know, and which can only be started by name. */
enum OtherProgram {
    DEMO("org.feedbackloop.journey.Demo", "deploy/journey/target/classes", "deploy/journey/target/lib/*"),
    BENCH("org.feedbackloop.journey.Bench", "deploy/journey/target/classes", "deploy/journey/target/lib/*"),
    FAULTS("org.feedbackloop.journey.Faults", "deploy/journey/target/classes", "deploy/journey/target/lib/*"),
    TRAIN(
            "org.feedbackloop.routing.training.Train",
            "routing-service/target/classes",
            "event-contract/target/classes",
            "event-delivery/target/classes",
            "routing-service/target/training/*");

    private final String mainClass;
    private final List<String> classPath;

    /** @param classPath within the checkout, the folder of the program's own classes first */
    OtherProgram(String mainClass, String... classPath) {
        this.mainClass = mainClass;
        this.classPath = List.of(classPath);
    }

    /** Runs it on this terminal, and returns the status it ended with. */
    int run(Settings settings, List<String> arguments) throws InterruptedException {
        Path root = settings.checkout().root();
        Path classes = root.resolve(classPath.get(0));
        if (!Files.exists(classes.resolve(mainClass.replace('.', '/') + ".class"))) {
            throw new StackFailure("There is no " + mainClass + " in " + classes);
        }
        String absolute = classPath.stream()
                .map(entry -> root + File.separator + entry)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> java =
                List.of(ProcessHandle.current().info().command().orElse("java"), "-cp", absolute, mainClass);
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
