package org.feedbackloop.intake.door;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedbackloop.intake.channel.BodySchema;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.ChannelAdapters;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.TypedAdapter;

/**
 * Describes the address of every channel in OpenAPI, from the adapter that stands there, so that a new adapter is described as
 * soon as it is there. Refers to components that are written by hand in {@code META-INF/openapi.yaml}.
 */
final class ChannelPaths {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> WITH_KEY = new TreeMap<>(Map.of(
            "202", "Accepted",
            "400", "BadRequest",
            "401", "Problem",
            "403", "Problem",
            "413", "Problem",
            "415", "Problem",
            "422", "Problem",
            "429", "TooMany",
            "503", "Unavailable"));

    private static final Map<String, String> WITH_SIGNATURE = new TreeMap<>(Map.of(
            "200", "Taken",
            "401", "Problem",
            "413", "Problem",
            "503", "Unavailable"));

    private ChannelPaths() {}

    /** An OpenAPI document that has paths and nothing else. */
    static ObjectNode document(ChannelAdapters channels) {
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "channels").put("version", "v1");
        ObjectNode paths = document.putObject("paths");
        channels.all()
                .forEach(adapter ->
                        paths.putObject("/v1/channels/" + adapter.address()).set("post", operation(adapter)));
        return document;
    }

    private static ObjectNode operation(ChannelAdapter adapter) {
        ObjectNode operation = JSON.createObjectNode();
        operation.put("operationId", "post" + inCamelCase(adapter.address()));
        ObjectNode content = operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(adapter.mediaType());
        if (adapter instanceof ProviderAdapter) {
            signed(adapter.address(), operation);
        } else {
            keyed(adapter.address(), operation);
        }
        if (adapter instanceof TypedAdapter<?> typed) {
            ObjectNode schema = BodySchema.of(typed);
            content.set("schema", schema.without(Set.of("$schema", "$id")));
            example(adapter.address(), content);
        }
        return operation;
    }

    private static void keyed(String address, ObjectNode operation) {
        operation.put("summary", "Hand in what came in by " + address);
        operation.putArray("tags").add("channels");
        operation.putArray("parameters").addObject().put("$ref", "#/components/parameters/IdempotencyKey");
        answers(WITH_KEY, operation);
    }

    private static void signed(String address, ObjectNode operation) {
        operation.put("summary", "Where the webhook of " + address + " is pointed to");
        operation.put(
                "description",
                "The body is the provider's own. It shows no API key: it is signed, or shows a secret, as the provider has"
                        + " it. What is authentic is taken, whatever it says.");
        operation.putArray("tags").add("webhooks");
        operation.putArray("security");
        answers(WITH_SIGNATURE, operation);
    }

    /** As the operations are named that are written by hand. */
    private static String inCamelCase(String address) {
        return Arrays.stream(address.split("[/-]", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static void answers(Map<String, String> components, ObjectNode operation) {
        ObjectNode responses = operation.putObject("responses");
        components.forEach(
                (status, component) -> responses.putObject(status).put("$ref", "#/components/responses/" + component));
    }

    private static void example(String address, ObjectNode content) {
        try (InputStream sample = ChannelPaths.class.getResourceAsStream("/samples/" + address + ".json")) {
            if (sample != null) {
                content.putObject("examples").putObject("golden").set("value", JSON.readTree(sample));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
