package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.feedbackloop.intake.Adapting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of the typed bodies, read as an integrator's validator reads them. */
class BodySchemaTest {

    private static final String ALL = "org.feedbackloop.intake.channel.TypedChannels#all";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @MethodSource(ALL)
    void a_golden_sample_is_valid(TypedAdapter<?> adapter) {
        assertThat(complaints(adapter, new String(Adapting.sample(adapter.address() + ".json"), UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void a_schema_is_valid_itself(TypedAdapter<?> adapter) {
        Schema specification = REGISTRY.getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));

        assertThat(specification.validate(BodySchema.of(adapter).toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void every_field_is_described_in_the_order_of_the_record(TypedAdapter<?> adapter) {
        assertDescribed(adapter.bodyType(), BodySchema.of(adapter));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void what_the_schema_requires_the_adapter_misses(TypedAdapter<?> adapter) throws IOException {
        var sample = new ObjectMapper().readTree(Adapting.sample(adapter.address() + ".json"));
        for (JsonNode required : BodySchema.of(adapter).path("required")) {
            var without = sample.<ObjectNode>deepCopy().without(required.asText());

            assertThat(Adapting.problem(
                                    adapter::adapt,
                                    Adapting.request(without.toString().getBytes(UTF_8)))
                            .invalidParams())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.name()).isEqualTo(required.asText()));
        }
    }

    @Test
    void a_field_that_is_not_known_is_refused_at_every_depth() {
        TypedAdapter<?> chat = TypedChannels.at("chat");

        assertThat(complaints(chat, "{\"summery\":\"a\"}")).hasSize(1);
        assertThat(complaints(chat, "{\"transcript\":[{\"by\":\"bot\",\"text\":\"a\",\"from\":\"b\"}]}"))
                .hasSize(1);
    }

    @Test
    void a_field_of_another_kind_is_refused() {
        assertThat(complaints(TypedChannels.at("kiosk"), "{\"score\":\"5\"}")).hasSize(1);
        assertThat(complaints(TypedChannels.at("outbound-call"), "{\"outcome\":\"reached\",\"warm\":1}"))
                .hasSize(1);
        assertThat(complaints(TypedChannels.at("callback"), "{\"phone\":\"1\"}"))
                .hasSize(1);
    }

    private static List<String> complaints(TypedAdapter<?> adapter, String body) {
        return REGISTRY
                .getSchema(BodySchema.of(adapter).toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static void assertDescribed(Class<?> type, JsonNode schema) {
        assertThat(schema.get("additionalProperties")).as("%s", type).isEqualTo(new ObjectMapper().valueToTree(false));
        assertThat(schema.get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        for (JsonNode property : schema.get("properties")) {
            assertThat(property.path("description").asText()).as("%s", property).hasSizeGreaterThan(5);
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode items = schema.at("/properties/" + component.getName() + "/items");
            if (items.has("properties")) {
                var list = (ParameterizedType) component.getGenericType();
                assertDescribed((Class<?>) list.getActualTypeArguments()[0], items);
            }
        }
    }
}
