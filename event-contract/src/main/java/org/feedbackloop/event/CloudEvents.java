package org.feedbackloop.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes events in the binary mode of the CloudEvents 1.0 Kafka binding, and reads them back.
 *
 * <p>Safe for use by many threads.
 */
public final class CloudEvents {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String RECORDED_TIME = "ce_recordedtime";
    public static final String SUBJECT = "ce_subject";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String PARTITION_KEY = "ce_partitionkey";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    private static final Pattern W3C_TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]{1,80}");

    private static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Kinds of details may be added, like fields: a reader that is older sees none.
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, new InstantFromText())
                    .addDeserializer(LocalDate.class, new DateFromText()))
            // What the JSON Schema refuses is refused here too, instead of being bent until it fits.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.OtherScalar,
                    ids -> ids.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            // Empty is written: a field that must be there may be an empty text, list or body.
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private static final Map<EventType<?>, ObjectReader> READERS = EventType.all().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), type -> MAPPER.readerFor(type.data())));

    private static final Set<Class<?>> OF_RECORDS = Set.of(IllegalArgumentException.class, NullPointerException.class);

    private CloudEvents() {}

    public static WireMessage write(Event<?> event) {
        Map<String, String> headers = new LinkedHashMap<>(16);
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, event.id().toString());
        headers.put(SOURCE, event.source());
        headers.put(TYPE, event.type().wireName());
        headers.put(TIME, event.time().toString());
        headers.put(RECORDED_TIME, event.recordedTime().toString());
        headers.put(SUBJECT, event.subject());
        headers.put(DATA_SCHEMA, event.type().schemaUri());
        headers.put(CORRELATION_ID, event.correlationId().toString());
        headers.put(CAUSATION_ID, event.causationId().toString());
        headers.put(PARTITION_KEY, event.partitionKey());
        headers.put(CONTENT_TYPE, JSON);
        if (event.traceparent() != null) {
            headers.put(TRACEPARENT, event.traceparent());
        }
        try {
            return new WireMessage(event.partitionKey(), headers, MAPPER.writeValueAsBytes(event.data()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write event " + event.id(), e);
        }
    }

    /**
     * The event that a message carries.
     *
     * @throws UnreadableEvent if the message is not one of the expected type
     */
    public static <T extends Record> Event<T> read(EventType<T> expected, WireMessage message) {
        Map<String, String> headers = message.headers();
        expect(SPEC_VERSION, "1.0", headers);
        expect(TYPE, expected.wireName(), headers);
        return new Event<>(
                parsed(ID, EventId::parse, headers),
                expected,
                required(SOURCE, headers),
                parsed(TIME, Instant::parse, headers),
                parsed(RECORDED_TIME, Instant::parse, headers),
                required(SUBJECT, headers),
                parsed(CORRELATION_ID, FeedbackId::parse, headers),
                parsed(CAUSATION_ID, EventId::parse, headers),
                required(PARTITION_KEY, headers),
                traceparent(headers),
                data(expected, message.data()));
    }

    private static <T extends Record> T data(EventType<T> type, byte[] json) {
        if (json.length == 0) {
            throw new UnreadableEvent("no data, expected JSON after " + type.schemaUri());
        }
        ObjectReader reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("no event type: " + type.wireName());
        }
        T data;
        try {
            data = type.data().cast(reader.readValue(json));
        } catch (JsonMappingException e) {
            throw e.getCause() instanceof StreamReadException broken ? notJson(broken) : wrongData(type, e);
        } catch (IOException e) {
            throw notJson(e);
        }
        if (data == null) {
            throw new UnreadableEvent("data is null, expected JSON after " + type.schemaUri());
        }
        return data;
    }

    private static UnreadableEvent notJson(IOException e) {
        return new UnreadableEvent("data is not JSON: " + e.getClass().getSimpleName());
    }

    private static UnreadableEvent wrongData(EventType<?> type, JsonMappingException e) {
        return new UnreadableEvent(
                "data does not follow " + type.schemaUri() + " at " + path(e) + ": " + complaint(e.getCause()));
    }

    /** Where in the data it went wrong; names of fields only, never what stands in them. */
    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "its root" : path;
    }

    /**
     * A record says itself what it lacks. What Jackson says may quote the data, and so may the more special exceptions of
     * the JDK.
     */
    private static String complaint(@Nullable Throwable cause) {
        return Optional.ofNullable(cause)
                .filter(thrown -> OF_RECORDS.contains(thrown.getClass()))
                .map(Throwable::getMessage)
                .orElse("not of the type expected there");
    }

    /** A trace is a help and no part of what happened: one that cannot be read is left out. */
    private static @Nullable String traceparent(Map<String, String> headers) {
        String text = headers.get(TRACEPARENT);
        return text != null && W3C_TRACEPARENT.matcher(text).matches() ? text : null;
    }

    private static void expect(String header, String value, Map<String, String> headers) {
        String found = required(header, headers);
        if (!found.equals(value)) {
            throw new UnreadableEvent("header " + header + " says " + shown(found) + ", expected " + value);
        }
    }

    private static <V> V parsed(String header, Function<String, V> parser, Map<String, String> headers) {
        String text = required(header, headers);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("header " + header + " cannot be read: " + shown(text));
        }
    }

    private static String required(String header, Map<String, String> headers) {
        String text = headers.get(header);
        if (text == null || text.isBlank()) {
            throw new UnreadableEvent("header " + header + " is missing");
        }
        // CloudEvents allows none, and an outbox keeps headers as lines.
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableEvent("header " + header + " has control characters");
        }
        return text;
    }

    /** Anybody may write to a topic: what stands in a header is shown only where it cannot be a sentence or an e-mail. */
    private static String shown(String text) {
        return NAME.matcher(text).matches() ? '"' + text + '"' : "something of " + text.length() + " characters";
    }
}
