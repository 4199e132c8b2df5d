package org.feedbackloop.routing.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.feedbackloop.delivery.ReceivedRecords;
import org.feedbackloop.delivery.StandaloneConsumer;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.Topics;
import org.feedbackloop.event.UnreadableEvent;
import org.feedbackloop.event.v1.RulesChanged;
import org.feedbackloop.routing.edition.Outcome.Overtaken;
import org.feedbackloop.routing.edition.Outcome.Refused;
import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topic of the rules on a thread of its own, for as long as the replica lives: every replica reads all of it, in
 * no group, and commits nothing. While the broker is away it waits; what is live stays so.
 */
final class RulesConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RulesConsumer.class);

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Of what is wrong with an edition, in the log. */
    private static final int TOLD = 3;

    private final byte[] key;
    private final LiveRules rules;
    private final MeterRegistry meters;
    private final Thread thread = new Thread(this::follow, "rules-consumer");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StandaloneConsumer consumer;

    /**
     * @param name of the rule set
     * @param kafka the client's connection settings
     */
    RulesConsumer(String name, LiveRules rules, Map<String, Object> kafka, MeterRegistry meters) {
        this.key = name.getBytes(UTF_8);
        this.rules = rules;
        this.meters = meters;
        consumer = new StandaloneConsumer(Topics.ROUTING_RULES, kafka, "routing-service-rules", LIMIT);
        Gauge.builder("routing.rules.edition", rules, RulesConsumer::liveNumber)
                .description("The number of the edition that feedback is routed by; -1 while it is not known")
                .register(meters);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void follow() {
        try (consumer) {
            consumer.seek(persistently(consumer::begins));
            readPast(persistently(consumer::ends));
            while (closed.getCount() > 0) {
                persistently(() -> consumer.poll(POLL)).forEach(this::take);
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("rules-consumer-closed");
        } catch (Throwable e) {
            // An Error too, for want of memory for one. What is live stays live, but no change would be heard of until
            // somebody starts this replica anew: readiness is withdrawn, and so is liveness.
            LOG.error("rules-consumer-died", e);
        }
    }

    private void readPast(Map<TopicPartition, Long> ends) {
        while (!persistently(() -> consumer.hasReached(ends))) {
            for (ConsumerRecord<byte[], byte[]> record : persistently(() -> consumer.poll(POLL))) {
                Event<RulesChanged> event = read(record);
                if (event != null) {
                    rules.takePast(event);
                }
            }
        }
        rules.pastIsRead().forEach(this::tellRefused);
        tellLive();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Event<RulesChanged> event = read(record);
        if (event != null) {
            rules.take(event)
                    .fold(
                            live -> live.now() ? tellLive() : count("repeated"),
                            overtaken -> tellOvertaken(event.data(), overtaken),
                            this::tellRefused,
                            unknown -> count("unknown"));
        }
    }

    /** None if it is not of this rule set, or nobody can read it. */
    private @Nullable Event<RulesChanged> read(ConsumerRecord<byte[], byte[]> record) {
        if (!Arrays.equals(key, record.key())) {
            return null;
        }
        try {
            return ReceivedRecords.read(EventType.ROUTING_RULES, record);
        } catch (UnreadableEvent e) {
            LOG.errorf(
                    "rules-unreadable topic=%s partition=%d offset=%d reason=%s",
                    record.topic(), record.partition(), record.offset(), e.reason());
            count("unreadable");
            return null;
        }
    }

    private boolean tellLive() {
        Edition live = rules.standing().live();
        LOG.infof("rules-live rulesVersion=%s edition=%d", live.version(), live.number());
        return count("live");
    }

    private boolean tellOvertaken(RulesChanged change, Overtaken overtaken) {
        LOG.warnf(
                "rules-overtaken rulesVersion=%s edition=%d basedOn=%s reason=the newest is %s, edition %d",
                change.version(),
                change.number(),
                change.basedOn(),
                overtaken.newest().version(),
                overtaken.newest().number());
        return count("overtaken");
    }

    private boolean tellRefused(Refused refused) {
        LOG.errorf(
                "rules-refused rulesVersion=%s edition=%d reason=%s",
                refused.edition().version(),
                refused.edition().number(),
                refused.problems().stream().limit(TOLD).map(Problem::toString).collect(Collectors.joining("; ")));
        return count("refused");
    }

    private boolean count(String outcome) {
        meters.counter("routing.rules.changes", "outcome", outcome).increment();
        return true;
    }

    private static double liveNumber(LiveRules rules) {
        return rules.isKnown() ? rules.standing().live().number() : -1;
    }

    /** Asks the broker until it answers. */
    private <T> T persistently(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (WakeupException | InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                LOG.warnf("rules-topic-away topic=%s reason=%s", Topics.ROUTING_RULES, e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WakeupException();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Whether it is known what rules are live, and changes are heard of. */
    boolean isFollowing() {
        return rules.isKnown() && thread.isAlive();
    }

    /** Whether it has ended, though nobody has closed it. */
    boolean hasDied() {
        return thread.getState() == Thread.State.TERMINATED && closed.getCount() > 0;
    }

    @Override
    public void close() {
        closed.countDown();
        consumer.wakeup();
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
