package org.feedbackloop.intake.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;

/**
 * The JSON Schema (draft 2020-12) of a typed body, made from its record, so that the two cannot drift apart. It says which
 * fields there are and of what kind; what may stand in them is said in words, and judged by the adapter alone.
 */
public final class BodySchema {

    public static final String MEDIA_TYPE = "application/schema+json";

    private static final SchemaGenerator GENERATOR = generator();

    private BodySchema() {}

    /** One at a time: the generator has state while it works. */
    public static synchronized ObjectNode of(TypedAdapter<?> adapter) {
        ObjectNode schema = GENERATOR.generateSchema(adapter.bodyType());
        schema.put("$id", "urn:org.feedbackloop:schema:channel:" + adapter.address());
        schema.put("title", adapter.address());
        return schema;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.RESPECT_JSONPROPERTY_REQUIRED))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS);
        // As the record declares them, which is the order in which they make sense.
        config.forTypesInGeneral().withPropertySorter((one, other) -> 0);
        return new SchemaGenerator(config.build());
    }
}
