package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.feedbackloop.intake.channel.ProviderJson;
import org.jspecify.annotations.Nullable;

/** JSON in a field of a form. */
final class FieldJson {

    private FieldJson() {}

    /** Empty if there is none, or none that can be read. */
    static Optional<JsonNode> of(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        // The reader of bodies takes objects alone.
        return ProviderJson.object(("{\"field\":" + json + '}').getBytes(UTF_8)).map(object -> object.path("field"));
    }
}
