package org.feedbackloop.intake.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The mounted file that lists the API keys, followed as it changes.
 *
 * <p>A file that turns bad does not lock out those who were let in before: the last good list stays.
 */
public final class ApiKeyFile {

    private static final Logger LOG = Logger.getLogger(ApiKeyFile.class);

    private final Path path;
    private volatile ApiKeys keys;
    private @Nullable FileTime read;

    private ApiKeyFile(Path path, FileTime read, ApiKeys keys) {
        this.path = path;
        this.read = read;
        this.keys = keys;
    }

    /** @throws IllegalArgumentException if the file cannot be used: better no start than one that turns everybody away */
    public static ApiKeyFile open(Path path) {
        try {
            FileTime modified = Files.getLastModifiedTime(path);
            return new ApiKeyFile(path, modified, ApiKeys.parse(Files.readString(path)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of API keys cannot be read: " + path, e);
        }
    }

    public ApiKeys keys() {
        return keys;
    }

    /** Reads the file again if it has changed. For one thread at a time; {@link #keys()} is for all. */
    public void refresh() {
        FileTime modified = null;
        try {
            modified = Files.getLastModifiedTime(path);
            if (!modified.equals(read)) {
                keys = ApiKeys.parse(Files.readString(path));
                LOG.infof("api-keys-read keys=%d", keys.size());
            }
        } catch (IOException | IllegalArgumentException e) {
            // Once for each state of the file, not once a second.
            if (modified == null ? read != null : !modified.equals(read)) {
                LOG.errorf("api-keys-kept keys=%d reason=%s", keys.size(), e);
            }
        }
        read = modified;
    }
}
