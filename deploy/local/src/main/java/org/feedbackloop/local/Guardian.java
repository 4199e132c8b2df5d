package org.feedbackloop.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A small shell that outlives its owner by a moment. It reads from a pipe which processes to watch; when the pipe
 * ends, as it does however the owner ends, it stops those that are left. A shutdown hook cannot do this: it does not
 * run on kill -9.
 */
final class Guardian implements AutoCloseable {

    private final Path log;
    private @Nullable Writer pipe;

    /** Starts with the first process to watch. */
    Guardian(Path log) {
        this.log = log;
    }

    synchronized void watch(long pid, Signal farewell) throws IOException {
        if (pipe == null) {
            pipe = shell().outputWriter(StandardCharsets.UTF_8);
        }
        tell(pipe, "watch " + pid + " " + farewell);
    }

    synchronized void forget(long pid) {
        if (pipe != null) {
            try {
                tell(pipe, "forget " + pid);
            } catch (IOException e) {
                // A guardian that is gone remembers nothing, and must not keep others from being stopped.
                pipe = null;
            }
        }
    }

    /** Ends the guardian, and whatever it still watches. */
    @Override
    public synchronized void close() throws IOException {
        if (pipe != null) {
            pipe.close();
        }
    }

    private Process shell() throws IOException {
        return new ProcessBuilder("sh", "-c", script())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
    }

    private static void tell(Writer pipe, String line) throws IOException {
        pipe.write(line + "\n");
        pipe.flush();
    }

    private static String script() throws IOException {
        try (InputStream script = Guardian.class.getResourceAsStream("guardian.sh")) {
            if (script == null) {
                throw new IllegalStateException("guardian.sh is not beside its class");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
