package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are what subscribers have; the records are what we have. They say the same. */
class SchemasTest {

    private static final String GOLDEN = "org.feedbackloop.event.GoldenFile#all";
    private static final String TYPES = "org.feedbackloop.event.EventType#all";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** How the values of Java types are told in JSON. Records, lists and enums are looked into. */
    private static final Map<Class<?>, String> TOLD_AS = Map.of(
            String.class, "string",
            Instant.class, "string date-time",
            byte[].class, "string base64",
            int.class, "integer",
            double.class, "number",
            Boolean.class, "boolean",
            FeedbackId.class, "string uuid",
            CustomerId.class, "string uuid",
            CaseId.class, "string uuid",
            FollowUpId.class, "string uuid");

    @ParameterizedTest
    @MethodSource(TYPES)
    void a_schema_follows_its_own_specification(EventType<?> type) {
        assertThat(JsonSchemas.complaintsOfSpecification(type)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void a_schema_says_whose_it_is(EventType<?> type) {
        JsonNode schema = JsonSchemas.of(type);

        assertThat(schema.path("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").textValue()).isEqualTo(type.schemaUri());
        assertThat(schema.path("title").textValue()).isEqualTo(type.data().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void every_component_of_a_record_is_described_and_nothing_else(EventType<?> type) {
        assertDescribes(JsonSchemas.of(type), JsonSchemas.of(type), type.data());
    }

    private static void assertDescribes(JsonNode schema, JsonNode root, Class<?> described) {
        JsonNode properties = schema.path("properties");
        assertThat(schema.path("description").asText())
                .as("description of " + described)
                .isNotBlank();
        assertThat(properties.fieldNames())
                .toIterable()
                .as("properties of " + described)
                .containsExactlyElementsOf(Arrays.stream(described.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        for (RecordComponent component : described.getRecordComponents()) {
            JsonNode property = properties.get(component.getName());
            assertThat(property.path("description").asText())
                    .as("description of " + component)
                    .isNotBlank();
            assertTells(JsonSchemas.resolved(property, root), root, component.getGenericType());
        }
    }

    private static void assertTells(JsonNode schema, JsonNode root, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            assertThat(schema.path("type").asText()).as(list.toString()).isEqualTo("array");
            assertTells(JsonSchemas.resolved(schema.get("items"), root), root, list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> choice && choice.isEnum()) {
            assertThat(schema.path("enum"))
                    .map(JsonNode::textValue)
                    .as(choice.toString())
                    .containsExactlyElementsOf(valuesOnTheWire(choice));
        } else if (TOLD_AS.containsKey(type)) {
            assertThat(told(schema)).as(type.toString()).isEqualTo(TOLD_AS.get(type));
        } else {
            assertThat(schema.path("type").asText()).as(type.toString()).isEqualTo("object");
            assertThat(schema.path("additionalProperties").asBoolean())
                    .as(type + " may be added to")
                    .isTrue();
            // A schema of its own refers to its own definitions.
            assertDescribes(schema, schema.has("$id") ? schema : root, (Class<?>) type);
        }
    }

    private static String told(JsonNode schema) {
        return Stream.of("type", "format", "contentEncoding")
                .filter(schema::has)
                .map(keyword -> schema.get(keyword).textValue())
                .collect(Collectors.joining(" "));
    }

    private static List<String> valuesOnTheWire(Class<?> choice) {
        return Arrays.stream(choice.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .toList();
    }

    /** Each field in turn, at every depth. */
    @ParameterizedTest
    @MethodSource(GOLDEN)
    void schema_and_reader_agree_on_what_may_be_missing(GoldenFile golden) {
        ObjectNode data = golden.data();
        for (Place place : placesIn(data)) {
            JsonNode kept = place.object.remove(place.field);
            assertThat(reads(golden.with(data)))
                    .as("the reader's verdict without " + place.field)
                    .isEqualTo(follows(golden.with(data)));
            place.object.set(place.field, kept);
        }
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void the_golden_files_of_a_type_leave_out_no_field(EventType<?> type) {
        Set<String> filled = GoldenFile.all().stream()
                .filter(golden -> golden.type().equals(type))
                .flatMap(golden -> placesIn(golden.data()).stream())
                .map(Place::field)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(filled)
                .containsAll(JsonSchemas.of(type).findValues("properties").stream()
                        .flatMap(properties -> properties.properties().stream())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /**
     * A reader that bends a number into a text, or into one of a list of values, reads what nobody meant. (Bytes alone are
     * read from a list of numbers too: that can mean nothing else.)
     */
    @ParameterizedTest
    @MethodSource(GOLDEN)
    void what_the_schema_refuses_the_reader_refuses(GoldenFile golden) {
        List<JsonNode> strangers = List.of(
                JSON.numberNode(0),
                JSON.numberNode(1.5),
                JSON.booleanNode(true),
                JSON.textNode(""),
                JSON.textNode("1"),
                JSON.textNode("nonsense"),
                JSON.objectNode(),
                JSON.arrayNode(),
                JSON.arrayNode().add(1),
                JSON.arrayNode().add("nonsense"),
                JSON.arrayNode().addNull());
        ObjectNode data = golden.data();
        for (Place place : placesIn(data)) {
            JsonNode kept = place.object.get(place.field);
            for (JsonNode stranger : strangers) {
                place.object.set(place.field, stranger);
                boolean bytes = place.field.equals("original") && stranger.isArray();
                assertThat(reads(golden.with(data)) && !follows(golden.with(data)) && !bytes)
                        .as("read against the schema: " + place.field + " = " + stranger)
                        .isFalse();
            }
            place.object.set(place.field, kept);
        }
    }

    @ParameterizedTest
    @MethodSource(GOLDEN)
    void what_a_newer_writer_added_is_skipped(GoldenFile golden) {
        ObjectNode data = golden.data();
        objectsIn(data).forEach(object -> object.putObject("addedLater").put("by", "a newer writer"));

        assertThat(JsonSchemas.complaints(golden.with(data))).isEmpty();
        assertThat(golden.with(data).read()).usingRecursiveComparison().isEqualTo(golden.read());
    }

    private static boolean follows(GoldenFile golden) {
        return JsonSchemas.complaints(golden).isEmpty();
    }

    private static boolean reads(GoldenFile golden) {
        try {
            golden.read();
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }

    /** A field where it stands. */
    private record Place(ObjectNode object, String field) {}

    private static List<Place> placesIn(ObjectNode data) {
        return objectsIn(data).stream()
                .flatMap(object -> object.properties().stream().map(field -> new Place(object, field.getKey())))
                .toList();
    }

    private static List<ObjectNode> objectsIn(JsonNode node) {
        Stream<ObjectNode> itself = node instanceof ObjectNode object ? Stream.of(object) : Stream.empty();
        Stream<ObjectNode> below =
                StreamSupport.stream(node.spliterator(), false).flatMap(child -> objectsIn(child).stream());
        return Stream.concat(itself, below).toList();
    }
}
