package org.feedbackloop.routing.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** One run, from its beginning to its end. */
final class Backtest implements AutoCloseable {

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(500);

    private final HistoryConsumer history;
    private final Comparison comparison;
    private final Instant since;
    private final Duration timeLimit;
    private final Turns.Turn turn;

    Backtest(HistoryConsumer history, Comparison comparison, Instant since, Duration timeLimit, Turns.Turn turn) {
        this.history = history;
        this.comparison = comparison;
        this.since = since;
        this.timeLimit = timeLimit;
        this.turn = turn;
    }

    /**
     * Blocks until the end. Whoever cancelled it is told no more.
     *
     * @return how it ended, in a word
     */
    String run(Consumer<BacktestLine> told) {
        long begin = System.nanoTime();
        long toldAt = begin;
        told.accept(BacktestLine.progress(history));
        try {
            boolean goesOn = true;
            while (goesOn && System.nanoTime() - begin < timeLimit.toNanos()) {
                goesOn = history.readOn(event -> comparison.add(event.data(), event.recordedTime()));
                if (goesOn && System.nanoTime() - toldAt > BETWEEN_PROGRESS.toNanos()) {
                    told.accept(BacktestLine.progress(history));
                    toldAt = System.nanoTime();
                }
            }
            if (history.isCancelled()) {
                return "cancelled";
            }
            told.accept(BacktestLine.progress(history));
            told.accept(BacktestLine.result(comparison.findings(), history, since, !goesOn));
            return goesOn ? "out-of-time" : "done";
        } catch (HistoryAway away) {
            told.accept(BacktestLine.failure("The broker no longer answers; try again."));
            return "failed";
        }
    }

    /** By any thread, and at any time. */
    void cancel() {
        history.cancel();
    }

    @Override
    public void close() {
        history.close();
        turn.close();
    }
}
