package org.feedbackloop.routing.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.Routing;
import org.feedbackloop.routing.backtest.Findings.Example;
import org.feedbackloop.routing.backtest.Findings.Move;
import org.feedbackloop.routing.backtest.Findings.StepFindings;
import org.feedbackloop.routing.reading.Statement;

/** Routes each feedback twice and counts what comes out differently. For one thread. */
final class Comparison {

    private static final int EXAMPLES_OF_A_MOVE = 10;
    private static final int LONGEST_EXCERPT = 160;

    private final Router live;
    private final Router draft;
    private final List<Step> steps = List.of(
            new Step("language", routing -> routing.language().code()),
            new Step("type", routing -> routing.type().wireName()),
            new Step("category", Routing::category),
            new Step("queue", routing -> routing.queue().name()),
            new Step("priority", routing -> routing.priority().wireName()));
    private long compared;
    private long moved;

    Comparison(Router live, Router draft) {
        this.live = live;
        this.draft = draft;
    }

    void add(FeedbackReceived feedback, Instant learntAt) {
        Statement statement = Statement.of(feedback);
        Routing now = live.route(statement, learntAt);
        Routing then = draft.route(statement, learntAt);
        boolean differs = false;
        for (Step step : steps) {
            Pair pair = new Pair(step.value().apply(now), step.value().apply(then));
            Tally tally = step.tallies().computeIfAbsent(pair, first -> new Tally());
            tally.count++;
            if (!pair.isSame()) {
                differs = true;
                if (tally.examples.size() < EXAMPLES_OF_A_MOVE) {
                    tally.examples.add(new Example(
                            feedback.feedbackId(),
                            excerpt(statement.text()),
                            finding(now, step.name()),
                            finding(then, step.name())));
                }
            }
        }
        compared++;
        moved += differs ? 1 : 0;
    }

    Findings findings() {
        return new Findings(
                live.rulesVersion(),
                draft.rulesVersion(),
                compared,
                moved,
                steps.stream().map(Comparison::findings).toList());
    }

    private static StepFindings findings(Step step) {
        Map<String, Map<String, Long>> table = new TreeMap<>();
        List<Move> moves = new ArrayList<>();
        step.tallies().forEach((pair, tally) -> {
            table.computeIfAbsent(pair.from(), first -> new TreeMap<>()).put(pair.to(), tally.count);
            if (!pair.isSame()) {
                moves.add(new Move(pair.from(), pair.to(), tally.count, List.copyOf(tally.examples)));
            }
        });
        moves.sort(Comparator.comparingLong(Move::count).reversed());
        return new StepFindings(
                step.name(), moves.stream().mapToLong(Move::count).sum(), table, moves);
    }

    private static Finding finding(Routing routing, String step) {
        return routing.findings().stream()
                .filter(finding -> finding.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    /** The beginning, on one line, and no half characters. */
    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_EXCERPT) {
            return line;
        }
        int end = LONGEST_EXCERPT - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private record Step(String name, Function<Routing, String> value, Map<Pair, Tally> tallies) {

        Step(String name, Function<Routing, String> value) {
            this(name, value, new TreeMap<>());
        }
    }

    private record Pair(String from, String to) implements Comparable<Pair> {

        boolean isSame() {
            return from.equals(to);
        }

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::from).thenComparing(Pair::to).compare(this, other);
        }
    }

    private static final class Tally {
        private long count;
        private final List<Example> examples = new ArrayList<>(0);
    }
}
