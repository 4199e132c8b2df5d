package org.feedbackloop.journey.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The Java and the flags that a service runs with, read off its process: whatever it gets, its peers get. */
final class ServiceJvm {

    private ServiceJvm() {}

    static List<String> of(ProcessHandle service) {
        var arguments = service.info().arguments().map(Arrays::asList).orElse(List.of());
        int jar = arguments.indexOf("-jar");
        if (jar < 0) {
            throw new BrokenBench("The flags of a service's JVM cannot be read");
        }
        return Stream.concat(service.info().command().stream(), arguments.subList(0, jar).stream())
                .toList();
    }
}
