package org.feedbackloop.local.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.feedbackloop.local.StackFailure;

/** Runs the test stack until the test run has ended. */
final class TestStackMain {

    private TestStackMain() {}

    /** Arguments: the folder, the process of the test run, and {@code embedded} or {@code containers}. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Optional<ProcessHandle> testRun = ProcessHandle.of(Long.parseLong(args[1]));
        int status = 0;
        try (Foundations foundations = foundations(args[2], folder)) {
            foundations.addresses().writeTo(folder.resolve("addresses.properties"));
            testRun.map(ProcessHandle::onExit).ifPresent(CompletableFuture::join);
        } catch (StackFailure e) {
            System.out.println(e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private static Foundations foundations(String kind, Path folder) {
        return switch (kind) {
            case "embedded" -> EmbeddedFoundations.start(folder);
            case "containers" -> ContainerFoundations.start();
            default -> throw new StackFailure("-Dstack is 'embedded' or 'containers', not '" + kind + "'");
        };
    }
}
