package org.feedbackloop.local;

import java.util.List;

/** The Kafka broker: one KRaft node that is its own controller. */
public final class Broker extends Part {

    Broker(Site site) {
        super("broker", site);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + site().ports().kafka();
    }

    @Override
    public String address() {
        return "Kafka " + bootstrapServers();
    }

    @Override
    List<Integer> listensOn() {
        return List.of(site().ports().kafka(), site().ports().kafkaController());
    }

    @Override
    List<String> command() {
        return List.of(
                Jdk.running().java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                site().checkout().stackClassPath(),
                "org.feedbackloop.local.process.BrokerMain",
                site().state().resolve("kafka").toString(),
                Integer.toString(site().ports().kafka()),
                Integer.toString(site().ports().kafkaController()));
    }

    @Override
    boolean answers() {
        return TcpPort.answers(site().ports().kafka());
    }

    @Override
    void furnish() {
        try (ContractTopics topics = ContractTopics.on(bootstrapServers())) {
            topics.createMissing();
        }
    }
}
