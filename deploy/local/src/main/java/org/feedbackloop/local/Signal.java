package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that the stack sends, for Java's own API knows but two of them. */
enum Signal {
    INT,
    QUIT,
    TERM,
    KILL,
    STOP,
    CONT;

    /** Sends to a process of ours; one that has ended meanwhile is no error. */
    void sendTo(long pid) {
        try {
            // The shell's own kill: a slim system need not have the program.
            new ProcessBuilder("sh", "-c", "kill -s " + this + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
