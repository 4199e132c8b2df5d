package org.feedbackloop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a part is.
 *
 * @param pid absent when it does not run
 * @param ready whether it does its work
 */
public record PartStatus(String name, String address, Optional<Long> pid, boolean ready) {

    /** Memory that its process holds, in KiB, where the system tells. */
    public OptionalLong residentKib() {
        return pid.map(PartStatus::residentKib).orElseGet(OptionalLong::empty);
    }

    private static OptionalLong residentKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
