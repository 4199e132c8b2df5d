package org.feedbackloop.routing.backtest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.problem.Refusal;
import org.jboss.logging.Logger;

/** Runs backtests, a few at a time, on threads that have nothing else to do. */
final class Backtests implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Backtests.class);

    /** Each takes a processor, and new feedback must be routed too. */
    private static final int AT_ONCE = 2;

    /** Far more than a million events need. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(10);

    private final Map<String, Object> kafka;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Turns turns = new Turns(AT_ONCE);
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "backtest");
        thread.setDaemon(true);
        return thread;
    });

    /** @param kafka the client's connection settings */
    Backtests(Map<String, Object> kafka, Clock clock, MeterRegistry meters) {
        this.kafka = new HashMap<>(kafka);
        this.clock = clock;
        this.meters = meters;
        Gauge.builder("routing.backtests.running", turns, Turns::taken)
                .description("Backtests that run now")
                .register(meters);
    }

    /**
     * Gets ready to run: finds the place in history.
     *
     * @throws Refusal if too many run already, or the broker is away
     */
    Backtest begin(Router live, Router draft, Duration back, long most) {
        return begin(live, draft, back, most, TIME_LIMIT);
    }

    Backtest begin(Router live, Router draft, Duration back, long most, Duration timeLimit) {
        Turns.Turn turn = turns.take()
                .orElseThrow(() -> new Refusal(Problem.of(
                        Kind.TOO_MANY_AT_ONCE,
                        "This replica runs " + AT_ONCE + " backtests already; try again later.")));
        Instant since = clock.instant().minus(back);
        try {
            HistoryConsumer history = HistoryConsumer.since(since, most, kafka);
            return new Backtest(history, new Comparison(live, draft), since, timeLimit, turn);
        } catch (HistoryAway away) {
            turn.close();
            throw new Refusal(Problem.of(Kind.UNAVAILABLE, "The broker does not answer; try again."));
        } catch (RuntimeException | Error e) {
            turn.close();
            throw e;
        }
    }

    /** Returns at once; the lines come one after the other, and then the end, from another thread. */
    void run(Backtest backtest, Consumer<BacktestLine> told, Consumer<Throwable> failed, Runnable ended) {
        threads.execute(() -> {
            try (backtest) {
                String how = backtest.run(told);
                LOG.infof("rules-backtest-ended reason=%s", how);
                meters.counter("routing.backtests", "outcome", how).increment();
            } catch (Throwable e) {
                // An Error too: the caller waits for an end.
                LOG.error("rules-backtest-died", e);
                failed.accept(e);
                return;
            }
            ended.run();
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
