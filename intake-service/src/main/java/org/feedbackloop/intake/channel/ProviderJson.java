package org.feedbackloop.intake.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of providers, leniently: they add fields as they like, and nobody mends what they send. What is not asked for
 * is passed over, and what is of another kind than it should be is the same as missing.
 */
public final class ProviderJson {

    private static final int MAX_DEPTH = 64;

    private static final ObjectReader READER = reader();

    private ProviderJson() {}

    /** The outcome of what comes next, or a rejection if the bytes are no JSON object. */
    public static Adapted read(byte[] body, Function<JsonNode, Adapted> next) {
        return object(body)
                .map(next)
                .orElseGet(() -> new Adapted.Rejected(Problem.malformedBody("One JSON object in UTF-8 is expected.")));
    }

    /** Empty if the bytes are no JSON object. */
    public static Optional<JsonNode> object(byte[] json) {
        try {
            return Optional.of(READER.readTree(json)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A text, or a whole number as a text, with all its digits: ids are one or the other. Null if it is neither. */
    public static @Nullable String text(JsonNode value) {
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : null;
    }

    /** A time in seconds since 1970; null if it is none. */
    public static @Nullable Instant seconds(JsonNode value) {
        return time(value, Instant::ofEpochSecond);
    }

    /** A time in milliseconds since 1970; null if it is none. */
    public static @Nullable Instant millis(JsonNode value) {
        return time(value, Instant::ofEpochMilli);
    }

    private static @Nullable Instant time(JsonNode value, LongFunction<Instant> unit) {
        String text = text(value);
        try {
            return text == null ? null : unit.apply(Long.parseLong(text));
        } catch (NumberFormatException | DateTimeException outOfRange) {
            return null;
        }
    }

    private static ObjectReader reader() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .reader();
    }
}
