package org.feedbackloop.routing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Texts by others. None of them is ours, so none of them is in this project: tests read them where they lie beside the checkout,
 * or where the property {@code samples} says, and are skipped where there are none.
 */
public final class SharedSamples {

    private SharedSamples() {}

    /** A file or folder among them; the test is skipped if it is not there. */
    public static Path require(String relative) {
        Optional<Path> found = folder().map(folder -> folder.resolve(relative)).filter(Files::exists);
        assumeTrue(found.isPresent(), "There is no shared/samples/" + relative + " beside this checkout.");
        return found.orElseThrow();
    }

    private static Optional<Path> folder() {
        String told = System.getProperty("samples");
        if (told != null) {
            return Optional.of(Path.of(told)).filter(Files::isDirectory);
        }
        for (Path ancestor = Path.of("").toAbsolutePath(); ancestor != null; ancestor = ancestor.getParent()) {
            Path samples = ancestor.resolve("shared/samples");
            if (Files.isDirectory(samples)) {
                return Optional.of(samples);
            }
        }
        return Optional.empty();
    }
}
