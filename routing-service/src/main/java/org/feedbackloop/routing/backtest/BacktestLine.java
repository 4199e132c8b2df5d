package org.feedbackloop.routing.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.feedbackloop.routing.backtest.Findings.StepFindings;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer: how far it has come, or, as the last one, what was found or why nothing was. Which of them, says
 * the one field that is there.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BacktestLine(
        @Nullable Progress progress,
        @Nullable Result result,
        @Nullable Failure failure) {

    /**
     * @param read so many of the feedbacks have been read
     * @param of so many will be
     */
    public record Progress(long read, long of) {}

    /**
     * @param live the version of the rules that are live
     * @param draft the version of the draft
     * @param since the feedback is from this moment on
     * @param read how many records were read
     * @param unreadable how many of them are no feedback that anybody can read
     * @param compared how much feedback was routed by both
     * @param moved how much of it came out differently in any step
     * @param complete false if it ran out of time before the end
     */
    public record Result(
            String live,
            String draft,
            Instant since,
            long read,
            long unreadable,
            long compared,
            long moved,
            boolean complete,
            List<StepFindings> steps) {}

    /** @param reason a sentence for people */
    public record Failure(String reason) {}

    static BacktestLine progress(HistoryConsumer history) {
        return new BacktestLine(new Progress(history.read(), history.expected()), null, null);
    }

    static BacktestLine result(Findings findings, HistoryConsumer history, Instant since, boolean complete) {
        return new BacktestLine(
                null,
                new Result(
                        findings.live(),
                        findings.draft(),
                        since,
                        history.read(),
                        history.unreadable(),
                        findings.compared(),
                        findings.moved(),
                        complete,
                        findings.steps()),
                null);
    }

    static BacktestLine failure(String reason) {
        return new BacktestLine(null, null, new Failure(reason));
    }
}
