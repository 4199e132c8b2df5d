package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.feedbackloop.event.v1.ChannelDetails;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are what subscribers have; the records are what we have. They say the same. */
class SchemasTest {

    private static final String GOLDEN = "org.feedbackloop.event.GoldenFile#all";
    private static final String TYPES = "org.feedbackloop.event.EventType#all";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> KINDS = Arrays.stream(
                    ChannelDetails.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toUnmodifiableSet());

    /** How the values of Java types are told in JSON. Records, lists and enums are looked into. */
    private static final Map<Class<?>, String> TOLD_AS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(Instant.class, "string date-time"),
            Map.entry(LocalDate.class, "string date"),
            Map.entry(byte[].class, "string base64"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(FeedbackId.class, "string uuid"),
            Map.entry(CustomerId.class, "string uuid"),
            Map.entry(CaseId.class, "string uuid"),
            Map.entry(FollowUpId.class, "string uuid"));

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
        } else if (type instanceof Class<?> choice && choice.isSealed()) {
            assertOffers(schema, root, choice);
        } else {
            assertThat(schema.path("type").asText()).as(type.toString()).isEqualTo("object");
            assertThat(schema.path("additionalProperties").asBoolean())
                    .as(type + " may be added to")
                    .isTrue();
            // A schema of its own refers to its own definitions.
            assertDescribes(schema, schema.has("$id") ? schema : root, (Class<?>) type);
        }
    }

    /** One of several kinds of record, in an object with one field that is named after the kind. */
    private static void assertOffers(JsonNode schema, JsonNode root, Class<?> choice) {
        Map<String, Class<?>> kinds = Arrays.stream(
                        choice.getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.toMap(
                        JsonSubTypes.Type::name, JsonSubTypes.Type::value, (one, other) -> one, LinkedHashMap::new));
        assertThat(kinds.values()).as("kinds of " + choice).containsExactlyInAnyOrder(choice.getPermittedSubclasses());
        assertThat(schema.path("type").asText()).as(choice.toString()).isEqualTo("object");
        assertThat(schema.path("description").asText())
                .as("description of " + choice)
                .isNotBlank();
        assertThat(schema.path("minProperties").asInt())
                .as("least of " + choice)
                .isEqualTo(1);
        assertThat(schema.path("maxProperties").asInt()).as("most of " + choice).isEqualTo(1);
        assertThat(schema.has("required")).as(choice + " requires one kind").isFalse();
        assertThat(schema.path("additionalProperties").asBoolean())
                .as(choice + " may be added to")
                .isTrue();
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .as("kinds of " + choice)
                .containsExactlyElementsOf(kinds.keySet());
        kinds.forEach((name, kind) -> {
            JsonNode property = schema.path("properties").get(name);
            assertThat(property.path("description").asText())
                    .as("description of " + kind)
                    .isNotBlank();
            assertTells(JsonSchemas.resolved(property, root), root, kind);
        });
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
        objectsIn(data).stream()
                .filter(object -> !isChoice(object))
                .forEach(object -> object.putObject("addedLater").put("by", "a newer writer"));

        assertThat(JsonSchemas.complaints(golden.with(data))).isEmpty();
        assertThat(golden.with(data).read()).usingRecursiveComparison().isEqualTo(golden.read());
    }

    static List<GoldenFile> detailed() {
        return GoldenFile.all().stream()
                .filter(golden -> golden.data().findValue("details") != null)
                .toList();
    }

    /** Kinds are added as fields are: the rest of the feedback is for everybody. */
    @ParameterizedTest
    @MethodSource("detailed")
    void a_kind_of_details_that_nobody_knows_yet_is_none_and_harms_nothing(GoldenFile golden) {
        ObjectNode newer = golden.data();
        ObjectNode silent = golden.data();
        objectsIn(newer).stream()
                .filter(object -> object.has("details"))
                .forEach(object -> object.putObject("details")
                        .putObject("smokeSignal")
                        .put("puffs", 3)
                        .putObject("wind")
                        .putArray("gusts")
                        .add(1.5)
                        .addNull());
        objectsIn(silent).forEach(object -> object.remove("details"));

        assertThat(JsonSchemas.complaints(golden.with(newer))).isEmpty();
        assertThat(golden.with(newer).read())
                .usingRecursiveComparison()
                .isEqualTo(golden.with(silent).read());
    }

    /** The object around the one kind of details. A second field in it would be a second kind. */
    private static boolean isChoice(ObjectNode object) {
        return object.size() == 1 && KINDS.contains(object.fieldNames().next());
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
