package org.feedbackloop.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of topics, what each service is configured to read, and the dead letters that follow from it, agree. */
class TopicsTest {

    private static final Path ROOT = Checkout.enclosingWorkingDirectory().root();

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", "routing-service", "crm-service", "notification-service"})
    void a_service_reads_topics_that_exist_under_its_own_name_and_has_dead_letters_for_each(String service)
            throws IOException {
        List<String> read = topicsReadBy(service);

        assertThat(Topics.all()).containsAll(read);
        assertThat(Topics.allDeadLetters())
                .containsAll(read.stream()
                        .map(topic -> Topics.deadLetters(topic, service))
                        .toList());
    }

    @Test
    void every_event_that_is_read_by_a_service_today_is_read_by_the_one_the_contract_names() throws IOException {
        Map<String, List<String>> readers = new TreeMap<>();
        for (String service : List.of("intake-service", "routing-service", "crm-service", "notification-service")) {
            for (String topic : topicsReadBy(service)) {
                readers.computeIfAbsent(topic, first -> new ArrayList<>()).add(service);
            }
        }

        assertThat(readers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Topics.FEEDBACK_RECEIVED, List.of("routing-service"),
                        Topics.FEEDBACK_ROUTED, List.of("crm-service"),
                        Topics.SURVEY_ANNOUNCED, List.of("intake-service"),
                        Topics.FOLLOWUP_REQUESTED, List.of("notification-service"),
                        Topics.FOLLOWUP_OUTCOME, List.of("crm-service")));
    }

    @Test
    void every_event_type_has_a_topic() {
        assertThat(Topics.all())
                .containsAll(EventType.all().stream().map(EventType::topic).toList());
    }

    private static List<String> topicsReadBy(String service) throws IOException {
        JsonNode messaging = new YAMLMapper()
                .readTree(ROOT.resolve(service + "/src/main/resources/application.yaml")
                        .toFile())
                .path("mp")
                .path("messaging");
        List<String> topics = new ArrayList<>();
        messaging
                .path("incoming")
                .forEach(channel -> topics.add(channel.path("topic").asText()));
        if (!topics.isEmpty()) {
            // Each setting a level of its own: a key with dots in it would be quoted, and so no setting's name.
            assertThat(messaging.findValues("group"))
                    .isNotEmpty()
                    .allSatisfy(group -> assertThat(group.path("id").asText()).isEqualTo(service));
        }
        return topics;
    }
}
