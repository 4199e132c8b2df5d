package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The background process that runs the test stack, seen from the test JVMs. */
record TestStackProcess(Checkout checkout, Path folder) {

    private static final Duration TIME_TO_START = Duration.ofSeconds(300);
    private static final Duration TIME_TO_END = Duration.ofSeconds(60);

    /** @param number of the stack, from 1 */
    static TestStackProcess of(Checkout checkout, int number) {
        return new TestStackProcess(checkout, checkout.root().resolve("target/test-stack-" + number));
    }

    StackAddresses addresses() {
        return StackAddresses.readFrom(addressFile());
    }

    /** To be called by the one JVM that has the claim. */
    void startUnlessUp() {
        if (isUp()) {
            return;
        }
        // A former run's, which is about to end with it.
        if (!Waiting.until(TIME_TO_END, () -> process().process().isEmpty())) {
            throw new StackFailure(
                    "The test stack of a former run does not end: " + process().path());
        }
        try {
            Files.deleteIfExists(addressFile());
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUp() {
        return Files.exists(addressFile())
                && process().process().isPresent()
                && testRun().process().isPresent();
    }

    private void start() throws IOException {
        ProcessHandle testRun = currentTestRun();
        testRun().write(testRun);
        Process started = new ProcessBuilder(
                        Jdk.running().java(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        checkout.stackClassPath(),
                        "org.feedbackloop.local.process.TestStackMain",
                        folder.toString(),
                        Long.toString(testRun.pid()),
                        System.getProperty("stack", "embedded"))
                .directory(checkout.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        process().write(started.toHandle());
        Waiting.until(TIME_TO_START, () -> Files.exists(addressFile()) || !started.isAlive());
        if (!Files.exists(addressFile())) {
            started.destroy();
            throw new StackFailure("The test stack did not start:\n" + LogTail.of(log()));
        }
    }

    /**
     * The process whose end is the end of the test run: Maven when it forked this JVM, and otherwise this JVM. Between
     * Maven and its fork there may be a shell.
     */
    private static ProcessHandle currentTestRun() {
        ProcessHandle self = ProcessHandle.current();
        boolean forkedByMaven = System.getProperty("surefire.real.class.path") != null;
        return Stream.iterate(self.parent(), Optional::isPresent, process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .findFirst()
                .filter(maven -> forkedByMaven)
                .orElse(self);
    }

    private PidFile process() {
        return new PidFile(folder.resolve("process"));
    }

    private PidFile testRun() {
        return new PidFile(folder.resolve("test-run"));
    }

    private Path addressFile() {
        return folder.resolve("addresses.properties");
    }

    private Path log() {
        return folder.resolve("log");
    }
}
