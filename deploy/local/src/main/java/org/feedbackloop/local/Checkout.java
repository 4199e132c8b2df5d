package org.feedbackloop.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The source tree whose build the stack runs. */
public record Checkout(Path root) {

    /** The checkout around the working directory: tests run in their module's folder, commands in the root. */
    public static Checkout enclosingWorkingDirectory() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn")) && Files.isDirectory(folder.resolve("deploy/local"))) {
                return new Checkout(folder);
            }
        }
        throw new StackFailure("No checkout of Feedback Loop encloses " + here);
    }

    public Path serviceJar(ServiceName service) {
        return root.resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** What the processes of the stack load: never the caller's own class path, which may lack or shadow it. */
    String stackClassPath() {
        if (!Files.isDirectory(ownBuild().resolve("lib"))) {
            throw new StackFailure(
                    "The stack's libraries are not laid out: run mvn -pl deploy/local -am process-classes");
        }
        return String.join(
                File.pathSeparator,
                List.of(
                        ownBuild().resolve("classes").toString(),
                        root.resolve("event-contract/target/classes").toString(),
                        ownBuild().resolve("lib").toString() + File.separator + "*"));
    }

    /** Where the binaries of PostgreSQL are unpacked. By user, since root and others cannot share files. */
    Path postgresBinaries() {
        return ownBuild().resolve("postgres-" + System.getProperty("user.name"));
    }

    private Path ownBuild() {
        return root.resolve("deploy/local/target");
    }
}
