package org.feedbackloop.journey.bench;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.feedbackloop.event.Topics;

/** What the broker has, against which the answers of a contender are held. */
final class PublishedRecords implements AutoCloseable {

    private final Admin admin;

    PublishedRecords(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** As wide as those of the contract. */
    void createTopics(Collection<String> names) throws InterruptedException, ExecutionException {
        var topics = names.stream()
                .map(name -> new NewTopic(name, Optional.of(Topics.PARTITIONS), Optional.empty()))
                .toList();
        admin.createTopics(topics).all().get();
    }

    /** How many were ever written to the topic. */
    long in(String topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
