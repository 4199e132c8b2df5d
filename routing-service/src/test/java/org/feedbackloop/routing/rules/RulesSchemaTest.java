package org.feedbackloop.routing.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.api.Test;

/** What editors are told of the rules is what the reader takes. */
class RulesSchemaTest {

    private static final String ADDED = "zzzzzzzzzzzzzzzz";
    private static final Pattern KNOWN_HERE = Pattern.compile("unknown field; known here: (.*)");

    private static final JsonNode SCHEMA = schema();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, registry -> {});

    @Test
    void the_schema_follows_its_own_specification() {
        assertThat(REGISTRY.getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12))
                        .validate(SCHEMA.toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void the_shipped_rules_follow_the_schema() {
        assertThat(complaints(tree(ShippedRules.document().text()))).isEmpty();
    }

    @Test
    void the_sound_rules_follow_the_schema_and_lack_no_field() {
        JsonNode sound = tree(SoundRules.TEXT);
        Set<JsonNode> described = new HashSet<>();
        objectsIn(sound, "").keySet().forEach(path -> described.add(schemaAt(path)));

        assertThat(complaints(sound)).isEmpty();
        assertThat(SCHEMA.path("$defs"))
                .filteredOn(definition -> definition.has("properties"))
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(described).contains(definition));
    }

    @Test
    void every_field_that_the_reader_knows_is_described_and_no_other() {
        JsonNode sound = tree(SoundRules.TEXT);
        for (String path : objectsIn(sound, "").keySet()) {
            Set<String> described = new TreeSet<>();
            schemaAt(path).path("properties").fieldNames().forEachRemaining(described::add);

            assertThat(knownToReader(sound, path).orElse(Set.of()))
                    .as("fields at '%s'", path)
                    .isEqualTo(described);
        }
    }

    @Test
    void what_the_reader_cannot_do_without_is_required() {
        JsonNode sound = tree(SoundRules.TEXT);
        objectsIn(sound, "").forEach((path, object) -> {
            Set<String> required = new TreeSet<>();
            schemaAt(path).path("required").forEach(field -> required.add(field.textValue()));
            // No calendar here extends another.
            schemaAt(path).path("else").path("required").forEach(field -> required.add(field.textValue()));
            for (String field : List.copyOf(names(object))) {
                JsonNode copy = sound.deepCopy();
                ((ObjectNode) at(copy, path)).remove(field);
                boolean missed = refusal(copy)
                        .map(refused -> refused.getMessage().contains(field + " is missing"))
                        .orElse(false);

                assertThat(missed).as("%s at '%s'", field, path).isEqualTo(required.contains(field));
            }
        });
    }

    /** What the reader says that it knows, when it meets a field there that it does not. */
    private static Optional<Set<String>> knownToReader(JsonNode sound, String path) {
        JsonNode copy = sound.deepCopy();
        ((ObjectNode) at(copy, path)).put(ADDED, "1");
        return refusal(copy)
                .flatMap(refused -> refused.problems().stream()
                        .filter(problem -> problem.path().endsWith(ADDED))
                        .map(problem -> KNOWN_HERE.matcher(problem.reason()))
                        .filter(Matcher::matches)
                        .map(matcher -> (Set<String>)
                                new TreeSet<>(Arrays.asList(matcher.group(1).split(", "))))
                        .findFirst());
    }

    /** JSON is YAML too. */
    private static Optional<RulesRefused> refusal(JsonNode document) {
        return Optional.ofNullable(
                catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(document.toString())));
    }

    /** Every mapping in a document, by the JSON pointer that leads to it. */
    private static Map<String, ObjectNode> objectsIn(JsonNode node, String path) {
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        if (node instanceof ObjectNode object) {
            objects.put(path, object);
            object.properties()
                    .forEach(field -> objects.putAll(objectsIn(field.getValue(), path + "/" + field.getKey())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                objects.putAll(objectsIn(array.get(i), path + "/" + i));
            }
        }
        return objects;
    }

    private static JsonNode at(JsonNode document, String path) {
        return document.at(path);
    }

    private static Set<String> names(ObjectNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The part of the schema that describes what stands there. */
    private static JsonNode schemaAt(String path) {
        JsonNode schema = SCHEMA;
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            JsonNode below = schema.path("properties").path(step);
            if (below.isMissingNode()) {
                below = schema.has("items") ? schema.get("items") : schema.path("additionalProperties");
            }
            schema = resolved(below);
        }
        return schema;
    }

    private static JsonNode resolved(JsonNode schema) {
        if (schema.has("oneOf")) {
            // Of two ways to write it, the one with fields.
            return resolved(schema.get("oneOf").get(1));
        }
        return schema.has("$ref") ? SCHEMA.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    private static List<String> complaints(JsonNode document) {
        return REGISTRY
                .getSchema(SCHEMA.toString(), InputFormat.JSON)
                .validate(document.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode tree(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode schema() {
        try (InputStream file = RulesDocument.class.getResourceAsStream("/rules.schema.json")) {
            return new ObjectMapper().readTree(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
