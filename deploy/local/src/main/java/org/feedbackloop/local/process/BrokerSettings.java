package org.feedbackloop.local.process;

import java.util.Map;

/** How a broker of one node behaves that serves a developer or a test, wherever it runs. */
final class BrokerSettings {

    static final Map<String, String> OF_ONE_NODE = Map.ofEntries(
            // A topic that nobody listed is a mistake, here as in production.
            Map.entry("auto.create.topics.enable", "false"),
            // Room for a record that is too large for the services: they must survive one.
            Map.entry("message.max.bytes", "4194304"),
            Map.entry("replica.fetch.max.bytes", "4194304"),
            // One node keeps the only copy.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // A killed consumer is missed after ten seconds, under either group protocol.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.consumer.min.session.timeout.ms", "10000"),
            Map.entry("group.consumer.session.timeout.ms", "10000"),
            Map.entry("group.consumer.min.heartbeat.interval.ms", "3000"),
            Map.entry("group.consumer.heartbeat.interval.ms", "3000"),
            // Sized for two cores and a small heap.
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));

    private BrokerSettings() {}
}
