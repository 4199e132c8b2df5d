package org.feedbackloop.routing.backtest;

import java.util.List;
import java.util.Map;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Finding;

/**
 * What a draft would change.
 *
 * @param live the version of the rules that are live
 * @param draft the version of the draft
 * @param compared how much feedback was routed by both
 * @param moved how much of it came out differently in any step
 */
public record Findings(String live, String draft, long compared, long moved, List<StepFindings> steps) {

    /**
     * Of one step.
     *
     * @param step language, type, category, queue, priority, obligation, supervisor, secondary-type or
     *     secondary-obligation; where what is owed stays and its time does not, the table says whether it would be due sooner
     *     or later
     * @param moved how much feedback came out differently in this step
     * @param table how often what the live rules find (outer names) is found by the draft as what (inner names); what both
     *     find alike is counted too
     * @param moves the commonest first
     */
    public record StepFindings(String step, long moved, Map<String, Map<String, Long>> table, List<Move> moves) {}

    /** @param examples up to 10 */
    public record Move(String from, String to, long count, List<Example> examples) {}

    /**
     * One feedback that would move. Redacts itself when printed.
     *
     * @param excerpt the beginning of what the customer said, up to 160 characters
     */
    public record Example(FeedbackId feedbackId, String excerpt, Finding live, Finding draft) {

        @Override
        public String toString() {
            return "Example[" + feedbackId + ", " + live + ", " + draft + "]";
        }
    }
}
