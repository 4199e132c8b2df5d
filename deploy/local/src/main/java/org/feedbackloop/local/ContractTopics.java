package org.feedbackloop.local;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.feedbackloop.event.Topics;

/** The topics of the contract on a broker. */
final class ContractTopics implements AutoCloseable {

    private static final long LIMIT_SECONDS = 30;

    private final Admin admin;

    private ContractTopics(Admin admin) {
        this.admin = admin;
    }

    static ContractTopics on(String bootstrapServers) {
        return new ContractTopics(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)));
    }

    void createMissing() {
        Set<String> present = present();
        create(Topics.all().stream().filter(topic -> !present.contains(topic)).toList());
        present.stream().filter(Topics::isKeptForEver).forEach(this::keepForEver);
    }

    /** Of a topic that an older stack has left behind, compacted. */
    private void keepForEver(String topic) {
        List<AlterConfigOp> settings = asDesigned(topic).configs().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        result(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings))
                .all());
    }

    /** Leaves every topic as if it had just been created. Untouched ones, most of them, are left in peace. */
    void empty() {
        Set<String> written = written(present());
        result(admin.deleteTopics(written).all());
        // The broker we ask may hear of it later than the controller that did it.
        Waiting.until(Duration.ofSeconds(LIMIT_SECONDS), () -> Collections.disjoint(present(), written));
        createMissing();
    }

    @Override
    public void close() {
        admin.close();
    }

    private Set<String> present() {
        return result(admin.listTopics().names());
    }

    private void create(Collection<String> names) {
        result(admin.createTopics(names.stream().map(ContractTopics::asDesigned).toList())
                .all());
    }

    private Set<String> written(Set<String> topics) {
        Map<TopicPartition, OffsetSpec> ends = topics.stream()
                .flatMap(ContractTopics::partitions)
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                result(admin.listOffsets(ends).all());
        return found.entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .map(end -> end.getKey().topic())
                .collect(Collectors.toSet());
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topics.PARTITIONS).mapToObj(number -> new TopicPartition(topic, number));
    }

    private static NewTopic asDesigned(String name) {
        Map<String, String> settings = new HashMap<>();
        if (Topics.isKeptForEver(name)) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
            settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        }
        return new NewTopic(name, Topics.PARTITIONS, (short) 1).configs(settings);
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("The broker does not do as it is asked: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for the broker", e);
        }
    }
}
