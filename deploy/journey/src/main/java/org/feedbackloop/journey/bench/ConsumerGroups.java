package org.feedbackloop.journey.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/** Makes a service read its topics as if for the first time. */
final class ConsumerGroups {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private ConsumerGroups() {}

    /** Waits for members that ended without a word, until the broker has given them up. */
    static void forget(String group, String bootstrapServers) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            while (true) {
                try {
                    admin.deleteConsumerGroups(List.of(group)).all().get();
                    return;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof GroupIdNotFoundException) {
                        return;
                    }
                    if (!(e.getCause() instanceof GroupNotEmptyException) || System.nanoTime() > deadline) {
                        throw e;
                    }
                    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                }
            }
        }
    }
}
