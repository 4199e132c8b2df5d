package org.feedbackloop.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** A Java installation and its feature version. */
record Jdk(Path home, int version) {

    private static final int COMPACT_HEADERS = 25;

    /** The one that runs this code. */
    static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The newest in the places where installations are kept; the services run on it, whatever built them. */
    static Jdk newest() {
        Path user = Path.of(System.getProperty("user.home"));
        Stream<Path> kept = Stream.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        user.resolve("Library/Java/JavaVirtualMachines"),
                        user.resolve(".sdkman/candidates/java"),
                        user.resolve(".jdks"))
                .flatMap(folder -> Folder.list(folder).stream())
                .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")));
        Stream<Path> named = Stream.ofNullable(System.getenv("JAVA_HOME")).map(Path::of);
        return Stream.concat(named, kept)
                .flatMap(Jdk::at)
                .max(Comparator.comparingInt(Jdk::version))
                .filter(jdk -> jdk.version > running().version)
                .orElse(running());
    }

    String java() {
        return home.resolve("bin/java").toString();
    }

    /** What makes many small processes fit on one machine, of the options that this version knows. */
    List<String> leanOptions() {
        String singleThreadedCollector = "-XX:+UseSerialGC";
        return version < COMPACT_HEADERS
                ? List.of(singleThreadedCollector)
                : List.of(singleThreadedCollector, "-XX:+UseCompactObjectHeaders");
    }

    /** What the installation says about itself, without a process to ask it. */
    private static Stream<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return Stream.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
            String version = Objects.requireNonNullElse(properties.getProperty("JAVA_VERSION"), "0");
            return Stream.of(new Jdk(
                    home, Runtime.Version.parse(version.replace("\"", "")).feature()));
        } catch (IOException | IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
