package org.feedbackloop.local.command;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.local.OwnSession;

/** Runs {@code up} in the background, and shows what it says until it is ready. */
final class DetachedSupervisor {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Settings settings;

    DetachedSupervisor(Settings settings) {
        this.settings = settings;
    }

    /** Returns once the supervisor is ready or has given up; 0 if ready. */
    int start(List<String> except) throws InterruptedException {
        try {
            Path output = Files.createDirectories(settings.state()).resolve("up.log");
            Files.write(output, new byte[0]);
            Process supervisor = launch(except, output);
            Thread interrupted = new Thread(supervisor::destroy);
            Runtime.getRuntime().addShutdownHook(interrupted);
            boolean ready = follow(supervisor, output);
            Runtime.getRuntime().removeShutdownHook(interrupted);
            return ready ? 0 : supervisor.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(List<String> except, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                FeedbackCommand.class.getName(),
                "up"));
        except.forEach(service -> command.addAll(List.of("--except", service)));
        return new ProcessBuilder(OwnSession.of(command))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static boolean follow(Process supervisor, Path output) throws IOException, InterruptedException {
        try (BufferedReader lines = Files.newBufferedReader(output)) {
            while (true) {
                boolean ended = !supervisor.isAlive();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    System.out.println(line);
                    if (line.equals(ProgressLines.READY)) {
                        return true;
                    }
                }
                if (ended) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }
}
