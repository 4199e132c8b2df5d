package org.feedbackloop.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.feedbackloop.event.Topics;
import org.feedbackloop.journey.RoutingReplicas.Switch;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules are changed, and changed back, while customers speak and three replicas route. */
class RulesJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENOUGH = 400;

    /** Keeps two cores busy and no more: what waits for a core for want of one tells nothing of the rules. */
    private static final int POSTS_PER_SECOND = 50;

    private final FeedbackLoop system = WholeSystem.fromOutside();
    private final LocalStack stack = WholeSystem.stack();

    /** Other tests have put poison on the topics. */
    private final Instant begun = Instant.now();

    @TempDir
    private Path folder;

    @Test
    void a_change_and_the_way_back_are_live_on_all_replicas_without_losing_or_doubling_anything() throws Exception {
        try (RoutingReplicas replicas = RoutingReplicas.three(stack)) {
            Set<String> members = awaitBalance(6);
            String text = replicas.text();
            String category = firstCategory(text);
            String before = replicas.version();
            SteadyPosts posts = SteadyPosts.begin(system, POSTS_PER_SECOND, "about delivery", category);
            awaitRouted(posts, before, ENOUGH);

            Switch there = replicas.put(toAQueueOfItsOwn(text, category));
            awaitRouted(posts, there.version(), ENOUGH);
            int alreadyBefore = routed(posts, before).size();
            Switch back = replicas.restore(before);
            awaitRouted(posts, before, alreadyBefore + ENOUGH);
            Set<String> accepted = posts.end();
            await().pollInterval(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .until(() -> ids(routed(posts)).containsAll(accepted));

            System.out.printf(
                    "At %d posts/s a change was live after %s, the way back after %s.%n",
                    POSTS_PER_SECOND, there, back);
            checkRouted(accepted, routed(posts), awaitBalance(6).equals(members));
            checkOrder(routed(posts), before, there.version());
            assertThat(routed(posts, there.version()))
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.queue()).isEqualTo("journey"));
            assertThat(routed(posts, before))
                    .noneSatisfy(event -> assertThat(event.queue()).isEqualTo("journey"));
        }
        awaitBalance(2);
    }

    @Test
    void people_change_the_rules_from_a_terminal() throws Exception {
        String service = stack.service("routing-service").uri().toString();
        try (RoutingReplicas replicas = RoutingReplicas.one(stack)) {
            String text = replicas.text();
            String before = replicas.version();
            system.post(
                    "/v1/feedback",
                    "application/json",
                    "{\"channel\":\"web-form\",\"text\":\"Good morning\",\"type\":\"other\",\"about\":{\"category\":\""
                            + firstCategory(text) + "\"}}",
                    "from-a-terminal");
            Path draft =
                    Files.writeString(folder.resolve("draft.yaml"), toAQueueOfItsOwn(text, firstCategory(text)), UTF_8);
            Path wrong = Files.writeString(folder.resolve("wrong.yaml"), text.replace("\nqueues:", "\nqueus:"), UTF_8);

            assertThat(feedback(0, "rules", "check", draft.toString(), "--service", service))
                    .contains("is sound: version ");
            assertThat(feedback(1, "rules", "check", wrong.toString(), "--service", service))
                    .containsPattern("wrong.yaml:[0-9]+: queus: unknown field; did you mean queues\\?");
            assertThat(feedback(
                            0,
                            "rules",
                            "explain",
                            draft.toString(),
                            "--text",
                            "Good morning",
                            "--category",
                            firstCategory(text),
                            "--service",
                            service))
                    .containsPattern("queue +journey");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(feedback(0, "rules", "backtest", draft.toString(), "--service", service))
                                    .contains("→ journey: "));
            // On a machine as busy as this one it may be live too late for the command, which then asks to be run
            // again.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(feedback(
                                    0,
                                    "rules",
                                    "put",
                                    draft.toString(),
                                    "--based-on",
                                    before,
                                    "--note",
                                    "a try",
                                    "--service",
                                    service))
                            .startsWith("live: "));
            assertThat(replicas.version()).isNotEqualTo(before);
            assertThat(feedback(0, "rules", "versions", "--service", service)).contains("a try", before);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(feedback(0, "rules", "restore", before, "--service", service))
                            .startsWith("live: " + before));
            assertThat(replicas.version()).isEqualTo(before);
            assertThat(feedback(2, "rules", "versions", "--service", "http://127.0.0.1:1"))
                    .contains("No routing-service answers");
        }
    }

    /** @param once whether no replica was taken for dead meanwhile: only then nothing had to be delivered again */
    private static void checkRouted(Set<String> accepted, List<Routed> routed, boolean once) {
        Set<String> ids = ids(routed);
        System.out.printf(
                "%d posts were accepted, %d events routed, %d of them again%s.%n",
                accepted.size(), routed.size(), routed.size() - ids.size(), once ? "" : " (a replica was away)");
        assertThat(ids).containsAll(accepted);
        if (once) {
            assertThat(routed).hasSameSizeAs(ids);
        }
    }

    /** In each partition the versions follow each other as the changes did. */
    private static void checkOrder(List<Routed> routed, String before, String changed) {
        Map<Integer, List<String>> versions = new TreeMap<>();
        routed.forEach(event -> {
            List<String> ofPartition = versions.computeIfAbsent(event.partition(), first -> new ArrayList<>());
            if (ofPartition.isEmpty()
                    || !ofPartition.get(ofPartition.size() - 1).equals(event.version())) {
                ofPartition.add(event.version());
            }
        });
        assertThat(versions).hasSize(Topics.PARTITIONS);
        assertThat(versions)
                .allSatisfy(
                        (partition, ofPartition) -> assertThat(ofPartition).containsExactly(before, changed, before));
    }

    private void awaitRouted(SteadyPosts posts, String version, int count) {
        await().pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> routed(posts, version).size() >= count);
    }

    private List<Routed> routed(SteadyPosts posts, String version) {
        return routed(posts).stream()
                .filter(event -> event.version().equals(version))
                .toList();
    }

    private List<Routed> routed(SteadyPosts posts) {
        return system.topics().readToEnd(Topics.FEEDBACK_ROUTED, begun).stream()
                .map(record -> {
                    JsonNode data = FeedbackLoop.json(new String(record.value(), UTF_8));
                    return new Routed(
                            record.partition(),
                            data.at("/feedback/feedbackId").asText(),
                            data.at("/feedback/text").asText(),
                            data.path("queue").asText(),
                            data.path("rulesVersion").asText());
                })
                .filter(event -> event.text().startsWith(posts.mark()))
                .toList();
    }

    private static Set<String> ids(List<Routed> routed) {
        Set<String> ids = new HashSet<>();
        routed.forEach(event -> ids.add(event.feedbackId()));
        return ids;
    }

    /**
     * All replicas have their share: nothing moves between them while the rules change.
     *
     * @return who they are; one that was taken for dead comes back under another name
     */
    private Set<String> awaitBalance(int members) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.addresses().bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            ConsumerGroupDescription group = await().atMost(PATIENCE)
                    .until(
                            () -> admin.describeConsumerGroups(List.of("routing-service"))
                                    .all()
                                    .get()
                                    .get("routing-service"),
                            described -> isBalanced(described, members));
            return group.members().stream().map(MemberDescription::consumerId).collect(Collectors.toSet());
        }
    }

    private static boolean isBalanced(ConsumerGroupDescription group, int members) {
        return group.groupState() == GroupState.STABLE
                && group.members().size() == members
                && group.members().stream()
                        .noneMatch(
                                member -> member.assignment().topicPartitions().isEmpty());
    }

    private static String toAQueueOfItsOwn(String rules, String category) {
        String calendar = tree(rules).path("calendars").fieldNames().next();
        String queue = "  - {name: journey, categories: [" + category + "], calendar: " + calendar + "}\n";
        return rules.replaceFirst("\nqueues: *\n", "\nqueues:\n" + queue);
    }

    /** The first that asks for no skill: any queue may have it. */
    private static String firstCategory(String rules) {
        for (JsonNode category : tree(rules).path("categories")) {
            if (!category.has("skill")) {
                return category.path("path").asText();
            }
        }
        throw new IllegalArgumentException("no category without a skill");
    }

    private static JsonNode tree(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says, on both streams. */
    private static String feedback(int status, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./feedback"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(Checkout.enclosingWorkingDirectory().root().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private record Routed(int partition, String feedbackId, String text, String queue, String version) {}
}
