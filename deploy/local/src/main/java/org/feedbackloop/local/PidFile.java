package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond the life of whoever started it. The start time is kept beside the number, because the
 * number alone may by now belong to somebody else.
 */
record PidFile(Path path) {

    /** Start times are computed from a boot time that the system may correct by a moment. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    void write(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.createDirectories(path.getParent());
            Path draft = Files.writeString(
                    path.resolveSibling(path.getFileName() + ".new"), process.pid() + " " + started + "\n");
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it is still the one that was written down and still alive. */
    Optional<ProcessHandle> process() {
        try {
            String[] words = Files.readString(path).strip().split(" ", 2);
            Instant started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(PidFile::lives)
                    .filter(process ->
                            isCloseTo(started, process.info().startInstant().orElse(Instant.EPOCH)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has ended but was not yet collected by its parent counts as alive to Java; it runs no command. */
    private static boolean lives(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean isCloseTo(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) < 0;
    }
}
