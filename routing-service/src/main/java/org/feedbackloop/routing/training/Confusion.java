package org.feedbackloop.routing.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.event.v1.FeedbackType;

/** What texts are, against what they were taken for. */
final class Confusion {

    private static final FeedbackType[] TYPES = FeedbackType.values();

    private final int[][] taken = new int[TYPES.length][TYPES.length];

    void add(FeedbackType is, FeedbackType takenFor) {
        taken[is.ordinal()][takenFor.ordinal()]++;
    }

    int count(FeedbackType is, FeedbackType takenFor) {
        return taken[is.ordinal()][takenFor.ordinal()];
    }

    /** How many of that type there are. */
    int count(FeedbackType is) {
        int count = 0;
        for (int other : taken[is.ordinal()]) {
            count += other;
        }
        return count;
    }

    int count() {
        int count = 0;
        for (FeedbackType type : TYPES) {
            count += count(type);
        }
        return count;
    }

    double precision(FeedbackType type) {
        int takenFor = 0;
        for (int[] row : taken) {
            takenFor += row[type.ordinal()];
        }
        return share(count(type, type), takenFor);
    }

    double recall(FeedbackType type) {
        return share(count(type, type), count(type));
    }

    double f1(FeedbackType type) {
        double precision = precision(type);
        double recall = recall(type);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    double accuracy() {
        int right = 0;
        for (FeedbackType type : TYPES) {
            right += count(type, type);
        }
        return share(right, count());
    }

    /** Over the types that occur. */
    double macroF1() {
        List<FeedbackType> occurring = occurring();
        return occurring.stream().mapToDouble(this::f1).sum() / Math.max(1, occurring.size());
    }

    List<FeedbackType> occurring() {
        List<FeedbackType> occurring = new ArrayList<>();
        for (FeedbackType type : TYPES) {
            if (count(type) > 0) {
                occurring.add(type);
            }
        }
        return occurring;
    }

    /** Precision, recall and F1 of each type, and whom it is taken for, as a table of Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("| is \\ taken for |");
        for (FeedbackType type : TYPES) {
            table.append(' ').append(type.wireName()).append(" |");
        }
        table.append(" texts | precision | recall | F1 |\n|---|")
                .append("--:|".repeat(TYPES.length + 4))
                .append('\n');
        for (FeedbackType is : occurring()) {
            table.append("| ").append(is.wireName()).append(" |");
            for (FeedbackType type : TYPES) {
                table.append(' ').append(count(is, type)).append(" |");
            }
            table.append(String.format(
                    Locale.ROOT, " %d | %.3f | %.3f | %.3f |\n", count(is), precision(is), recall(is), f1(is)));
        }
        return table.toString();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
