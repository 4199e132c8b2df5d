package org.feedbackloop.intake.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies of one kind, strictly: an unknown field is more often a misspelt one than a harmless one, and a number
 * where a text belongs is refused rather than guessed at. What it answers names fields, never what stands in them.
 */
public final class JsonBody<T extends Record> {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_SHOWN = 80;

    private static final JsonMapper MAPPER = mapper();

    private final ObjectReader reader;

    public JsonBody(Class<T> type) {
        this.reader = MAPPER.readerFor(type);
    }

    /** The outcome of what comes next, or a rejection if the bytes are not a body of this kind. */
    public Adapted read(byte[] json, Function<T, Adapted> next) {
        return read(json, next, Adapted.Rejected::new);
    }

    /** The same for a body that says nothing of a customer's. */
    public <R> R read(byte[] json, Function<T, R> next, Function<Problem, R> refused) {
        T body;
        try {
            body = reader.readValue(json);
        } catch (UnrecognizedPropertyException e) {
            return refused.apply(invalid(e, "is not a field that is known here"));
        } catch (MismatchedInputException e) {
            return refused.apply(
                    e.getPath().isEmpty() ? malformed("One JSON object is expected.") : invalid(e, expected(e)));
        } catch (IOException e) {
            return refused.apply(
                    malformed("This cannot be read as JSON in UTF-8 with each field once" + place(e) + '.'));
        }
        return body == null ? refused.apply(malformed("One JSON object is expected.")) : next.apply(body);
    }

    private static Problem malformed(String detail) {
        return Problem.malformedBody(detail);
    }

    private static Problem invalid(JsonMappingException e, String reason) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + ']' : '.' + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
        return Problem.invalidFeedback(List.of(new FieldProblem(shown(path), reason)));
    }

    private static String expected(MismatchedInputException e) {
        Class<?> target = e.getTargetType();
        if (target == String.class) {
            return "must be a text";
        }
        if (target == Integer.class) {
            return "must be a whole number";
        }
        if (target == Boolean.class) {
            return "must be true or false";
        }
        return target != null && Collection.class.isAssignableFrom(target) ? "must be a list" : "must be an object";
    }

    private static String place(IOException e) {
        return e instanceof JsonProcessingException parsing && parsing.getLocation() != null
                ? ": see line " + parsing.getLocation().getLineNr() + ", column "
                        + parsing.getLocation().getColumnNr()
                : "";
    }

    /** The sender made up the names of unknown fields: short and printable is enough of them. */
    private static String shown(String path) {
        return path.codePoints()
                .limit(MAX_SHOWN)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .build()
                .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    /** For the schema alone: what is missing is told by the adapter, with all else that is to be mended. */
                    @Override
                    public @Nullable Boolean hasRequiredMarker(AnnotatedMember field) {
                        return null;
                    }
                })
                .withCoercionConfig(
                        LogicalType.POJO,
                        object -> object.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .build();
    }
}
