package org.feedbackloop.journey.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.feedbackloop.event.Topics;

/** Waits until nothing is on its way any more, and does nothing else: the system has to come to rest without a hand. */
final class Settling implements AutoCloseable {

    /** Three times what is allowed: long enough to tell slow from stuck. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration NEWS = Duration.ofSeconds(5);

    private final Admin admin;
    private final Tables crm;
    private final Tables notification;

    Settling(String bootstrapServers, Tables crm, Tables notification) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.crm = crm;
        this.notification = notification;
    }

    /** How long it took; after the limit it returns all the same, and what is left will be found. */
    Duration await(Consumer<String> news) throws InterruptedException, ExecutionException, SQLException {
        long begin = System.nanoTime();
        long told = begin;
        while (true) {
            Backlog backlog = backlog();
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            if (backlog.isEmpty() || taken.compareTo(LIMIT) > 0) {
                return taken;
            }
            if (System.nanoTime() - told > NEWS.toNanos()) {
                news.accept("still " + backlog);
                told = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
        }
    }

    /**
     * Looks from the first place to the last. What has left one place before we look is in a later one, or through: so
     * nothing anywhere means nothing on its way.
     */
    private Backlog backlog() throws InterruptedException, ExecutionException, SQLException {
        Backlog backlog = new Backlog();
        backlog.add("routing's lag", lag("routing-service", Topics.FEEDBACK_RECEIVED));
        backlog.add("crm's lag", lag("crm-service", Topics.FEEDBACK_ROUTED));
        backlog.add("crm's outbox", crm.count("outbox"));
        backlog.add("notification's lag", lag("notification-service", Topics.FOLLOWUP_REQUESTED));
        backlog.add("mails to send", notification.count("follow_up WHERE state IN ('planned', 'sending')"));
        backlog.add("notification's outbox", notification.count("outbox"));
        backlog.add("crm's lag of outcomes", lag("crm-service", Topics.FOLLOWUP_OUTCOME));
        backlog.add("crm's outbox", crm.count("outbox"));
        return backlog;
    }

    /** How many records of the topic the group has yet to see; all of a partition's if it has never said how far it is. */
    private long lag(String group, String topic) throws InterruptedException, ExecutionException {
        Set<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> seen = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        seen.put(partition, offset.offset());
                    }
                });
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - seen.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
