package org.feedbackloop.intake.channel.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.intake.draft.Normalisation;
import org.jspecify.annotations.Nullable;

/** Files that come with a message. Nothing but what the provider tells of them is known here. */
final class Enclosed {

    static final String UNKNOWN_TYPE = "application/octet-stream";

    private Enclosed() {}

    /**
     * @param type as the provider says
     * @param otherwise the media type if the provider says none
     * @param size in bytes, if it is a whole number
     */
    static List<Attachment> file(
            Normalisation normal, @Nullable String name, @Nullable String type, String otherwise, JsonNode size) {
        String known = normal.line("contentType", type, 100);
        boolean hasSize = size.canConvertToLong() && size.isIntegralNumber() && size.longValue() >= 0;
        return List.of(new Attachment(
                normal.line("name", name, 200), known == null ? otherwise : known, hasSize ? size.longValue() : null));
    }
}
