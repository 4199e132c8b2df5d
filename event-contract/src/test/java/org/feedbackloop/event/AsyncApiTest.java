package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description for subscribers says is what the code does, and the other way round. */
class AsyncApiTest {

    private static final String DEAD_LETTERS = "deadLetters";

    /** Topics that exist so that nobody else takes the name; what travels on them is yet to be described. */
    private static final Set<String> RESERVED = Set.of(Topics.ORDER_RECORDED);

    private static JsonNode api;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = EventType.class.getResourceAsStream("/asyncapi.yaml")) {
            api = new ObjectMapper(new YAMLFactory()).readTree(file);
        }
    }

    @Test
    void it_is_written_in_version_3() {
        assertThat(api.path("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void every_topic_is_a_channel_and_every_channel_a_topic() {
        List<String> topics = new ArrayList<>(Topics.all());
        topics.removeAll(Topics.allDeadLetters());

        assertThat(channels().values())
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void every_dead_letter_topic_is_made_of_a_topic_and_a_service_that_are_named() {
        JsonNode channel = api.at("/channels/" + DEAD_LETTERS);
        List<String> topics = texts(channel.at("/parameters/topic/enum"));
        List<String> services = texts(channel.at("/parameters/service/enum"));

        assertThat(channel.path("address").asText()).isEqualTo(Topics.deadLetters("{topic}", "{service}"));
        assertThat(Topics.allDeadLetters())
                .allSatisfy(name -> assertThat(topics.stream()
                                .flatMap(topic -> services.stream().map(by -> Topics.deadLetters(topic, by))))
                        .contains(name));
        assertThat(topics).allSatisfy(topic -> assertThat(Topics.all()).contains(topic));
    }

    @Test
    void every_channel_has_the_partitions_and_the_clean_up_of_its_topic() {
        assertThat(api.path("channels").properties()).allSatisfy(channel -> {
            JsonNode kafka = resolved(channel.getValue().path("bindings")).path("kafka");
            String topic = channel.getValue().path("address").asText();

            assertThat(kafka.path("partitions").asInt()).isEqualTo(Topics.PARTITIONS);
            JsonNode configuration = kafka.path("topicConfiguration");
            assertThat(texts(configuration.path("cleanup.policy"))).containsExactly("delete");
            for (String retention : List.of("retention.ms", "retention.bytes")) {
                assertThat(configuration.has(retention)).isEqualTo(Topics.isKeptForEver(topic));
                assertThat(configuration.path(retention).asInt(-1)).isEqualTo(-1);
            }
        });
    }

    @Test
    void every_type_of_event_is_a_message_on_its_topic_and_on_no_other() {
        Map<String, String> messageOfTopic = channels().values().stream()
                .filter(channel -> channel.has("messages"))
                .collect(Collectors.toMap(channel -> channel.path("address").asText(), channel -> {
                    assertThat(channel.path("messages")).hasSize(1);
                    return resolved(channel.path("messages").iterator().next())
                            .path("name")
                            .asText();
                }));

        assertThat(messageOfTopic)
                .isEqualTo(EventType.all().stream().collect(Collectors.toMap(EventType::topic, EventType::wireName)));
    }

    @Test
    void a_topic_without_a_message_says_that_it_is_reserved() {
        assertThat(channels().values().stream().filter(channel -> !channel.has("messages")))
                .allSatisfy(
                        channel -> assertThat(channel.path("title").asText()).endsWith("(reserved)"))
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(RESERVED);
    }

    @ParameterizedTest
    @MethodSource("org.feedbackloop.event.EventType#all")
    void the_data_of_a_message_is_what_the_schema_of_its_type_says(EventType<?> type) {
        JsonNode message = StreamSupport.stream(api.at("/components/messages").spliterator(), false)
                .filter(candidate -> candidate.path("name").asText().equals(type.wireName()))
                .findFirst()
                .orElseThrow();

        assertThat("/" + message.at("/payload/schema/$ref").asText()).isEqualTo(type.schemaResource());
        assertThat(EventType.class.getResource(type.schemaResource())).isNotNull();
        assertThat(message.path("title").asText()).isEqualTo(type.data().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("org.feedbackloop.event.GoldenFile#all")
    void the_headers_of_a_message_are_those_that_are_described(GoldenFile golden) {
        JsonNode envelope = api.at("/components/schemas/envelope");
        Map<String, String> headers = golden.message().headers();

        assertThat(JsonSchemas.complaints(envelope, new ObjectMapper().valueToTree(headers)))
                .isEmpty();
        assertThat(envelope.path("properties").fieldNames()).toIterable().containsAll(headers.keySet());
        assertThat(headers.keySet()).containsAll(texts(envelope.path("required")));
    }

    @Test
    void who_handles_a_topic_has_dead_letters_of_it_and_nobody_else() {
        Set<String> expected = operations("receive")
                .filter(operation -> !isFollower(operation))
                .map(operation -> Topics.deadLetters(topicOf(operation), serviceOf(operation)))
                // An edition that a replica cannot read stays where it is, for those that can.
                .filter(name -> !name.startsWith(Topics.ROUTING_RULES))
                .collect(Collectors.toSet());

        assertThat(Topics.allDeadLetters()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_topic_has_somebody_who_writes_to_it() {
        assertThat(operations("send").map(AsyncApiTest::topicOf)).containsAll(addresses());
    }

    @ParameterizedTest
    @MethodSource("org.feedbackloop.event.GoldenFile#all")
    void who_wrote_a_message_is_said_to_write_to_its_topic(GoldenFile golden) {
        assertThat(operations("send")
                        .filter(operation ->
                                topicOf(operation).equals(golden.type().topic()))
                        .map(operation -> "/" + serviceOf(operation)))
                .contains(golden.read().source());
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(api.findValues("$ref").stream().map(JsonNode::asText).filter(ref -> ref.startsWith("#")))
                .isNotEmpty()
                .allSatisfy(ref ->
                        assertThat(api.at(ref.substring(1)).isMissingNode()).isFalse());
    }

    private static Map<String, JsonNode> channels() {
        return api.path("channels").properties().stream()
                .filter(channel -> !channel.getKey().equals(DEAD_LETTERS))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> addresses() {
        return channels().values().stream()
                .map(channel -> channel.path("address").asText())
                .toList();
    }

    private static Stream<JsonNode> operations(String action) {
        return StreamSupport.stream(api.path("operations").spliterator(), false)
                .filter(operation -> operation.path("action").asText().equals(action));
    }

    private static String topicOf(JsonNode operation) {
        return resolved(operation.path("channel")).path("address").asText();
    }

    /** Reads without handling: what it misses is told again by what comes next. */
    private static boolean isFollower(JsonNode operation) {
        return operation.path("tags").findValuesAsText("name").contains("follower");
    }

    private static String serviceOf(JsonNode operation) {
        return operation.at("/tags/0/name").asText();
    }

    private static JsonNode resolved(JsonNode reference) {
        return api.at(reference.path("$ref").asText().substring(1));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
