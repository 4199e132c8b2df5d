package org.feedbackloop.intake.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A mounted file that says who may come in, followed as it changes.
 *
 * <p>A file that turns bad does not lock out those who were let in before: the last good content stays.
 *
 * @param <T> what the file says
 */
public final class FollowedFile<T> {

    private static final Logger LOG = Logger.getLogger(FollowedFile.class);

    private final Path path;
    private final Function<String, T> parser;
    private volatile T content;
    private @Nullable FileTime read;

    private FollowedFile(Path path, Function<String, T> parser, FileTime read, T content) {
        this.path = path;
        this.parser = parser;
        this.read = read;
        this.content = content;
    }

    /**
     * @param parser throws {@link IllegalArgumentException} for a content that cannot be used
     * @throws IllegalArgumentException if the file cannot be used: better no start than one that turns everybody away
     */
    public static <T> FollowedFile<T> open(Path path, Function<String, T> parser) {
        try {
            FileTime modified = Files.getLastModifiedTime(path);
            return new FollowedFile<>(path, parser, modified, parser.apply(Files.readString(path)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read: " + path, e);
        }
    }

    public T content() {
        return content;
    }

    /** Reads the file again if it has changed. For one thread at a time; {@link #content()} is for all. */
    public void refresh() {
        FileTime modified = null;
        try {
            modified = Files.getLastModifiedTime(path);
            if (!modified.equals(read)) {
                content = parser.apply(Files.readString(path));
                LOG.infof("access-read file=%s", path.getFileName());
            }
        } catch (IOException | IllegalArgumentException e) {
            // Once for each state of the file, not once a second.
            if (modified == null ? read != null : !modified.equals(read)) {
                LOG.errorf("access-kept file=%s reason=%s", path.getFileName(), e);
            }
        }
        read = modified;
    }
}
