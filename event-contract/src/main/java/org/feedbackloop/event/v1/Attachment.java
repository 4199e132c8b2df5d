package org.feedbackloop.event.v1;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with feedback. The file itself is not kept.
 *
 * @param name as the sender called it
 * @param contentType a media type, as the sender says
 * @param bytes its size, 0 or more; none where the channel does not tell
 */
public record Attachment(
        @Nullable String name, String contentType, @Nullable Long bytes) {

    public Attachment {
        Objects.requireNonNull(contentType, "contentType is missing");
    }

    @Override
    public String toString() {
        return "Attachment[" + contentType + ", " + bytes + " bytes]";
    }
}
