package org.feedbackloop.routing.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** One run, from its beginning to its end. */
final class Backtest implements AutoCloseable {

    /** Far more than a million events need. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(10);

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(500);

    private final HistoryConsumer history;
    private final Comparison comparison;
    private final Instant since;
    private final Turns.Turn turn;

    Backtest(HistoryConsumer history, Comparison comparison, Instant since, Turns.Turn turn) {
        this.history = history;
        this.comparison = comparison;
        this.since = since;
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
            while (goesOn && System.nanoTime() - begin < TIME_LIMIT.toNanos()) {
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
