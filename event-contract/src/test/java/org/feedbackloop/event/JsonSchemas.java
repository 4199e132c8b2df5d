package org.feedbackloop.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON Schemas that ship in this module, read the way a subscriber reads them: strictly, and by their ids. */
final class JsonSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TEXTS =
            EventType.all().stream().collect(Collectors.toMap(EventType::schemaUri, JsonSchemas::text));

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(TEXTS)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private JsonSchemas() {}

    /** What is wrong with the data of a message, after the schema of its type. */
    static List<String> complaints(GoldenFile golden) {
        return complaints(golden.type(), golden.message().data());
    }

    static List<String> complaints(EventType<?> type, byte[] data) {
        return complaints(type.schemaUri(), new String(data, UTF_8));
    }

    /** What is wrong with the schema itself, after the specification that it says it follows. */
    static List<String> complaintsOfSpecification(EventType<?> type) {
        return complaints(DialectId.DRAFT_2020_12, TEXTS.get(type.schemaUri()));
    }

    /** What is wrong with a value, after a schema that stands by itself. */
    static List<String> complaints(JsonNode schema, JsonNode value) {
        return complaints(REGISTRY.getSchema(schema.toString(), InputFormat.JSON), value.toString());
    }

    private static List<String> complaints(String schema, String json) {
        return complaints(REGISTRY.getSchema(SchemaLocation.of(schema)), json);
    }

    private static List<String> complaints(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    static JsonNode of(EventType<?> type) {
        return parse(TEXTS.get(type.schemaUri()));
    }

    /** A schema with what it refers to in place of the reference. */
    static JsonNode resolved(JsonNode schema, JsonNode root) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String reference = schema.get("$ref").textValue();
        return reference.startsWith("#") ? root.at(reference.substring(1)) : parse(TEXTS.get(reference));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(EventType<?> type) {
        try (InputStream file = EventType.class.getResourceAsStream(type.schemaResource())) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
