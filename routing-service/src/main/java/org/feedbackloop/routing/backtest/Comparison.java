package org.feedbackloop.routing.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackType;
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
            Step.of("language", routing -> routing.language().code()),
            Step.of("type", routing -> routing.type().wireName()),
            Step.of("category", Routing::category),
            Step.of("queue", routing -> routing.queue().name()),
            Step.of("priority", routing -> routing.priority().wireName()),
            new Step("obligation", (now, then) -> Owed.compared(now.obligation(), then.obligation())),
            Step.of("supervisor", routing -> routing.supervisor() ? "yes" : "no"),
            Step.of("secondary-type", Comparison::secondaryType),
            new Step(
                    "secondary-obligation",
                    (now, then) -> Owed.compared(now.secondaryObligation(), then.secondaryObligation())));
    private long compared;
    private long moved;

    /** How much work waits at this moment says nothing about the days that are tried, and so neither asks. */
    Comparison(Router live, Router draft) {
        this.live = live.regardlessOfLoad();
        this.draft = draft.regardlessOfLoad();
    }

    void add(FeedbackReceived feedback, Instant learntAt) {
        Statement statement = Statement.of(feedback);
        Routing now = live.route(statement, learntAt);
        Routing then = draft.route(statement, learntAt);
        boolean differs = false;
        for (Step step : steps) {
            Pair pair = step.values().apply(now, then);
            Tally tally = step.tallies().computeIfAbsent(pair, first -> new Tally());
            tally.count++;
            if (!pair.isSame()) {
                differs = true;
                if (tally.examples.size() < EXAMPLES_OF_A_MOVE) {
                    tally.examples.add(new Example(
                            feedback.feedbackId(),
                            excerpt(statement.text()),
                            finding(now, step.name(), pair.from()),
                            finding(then, step.name(), pair.to())));
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

    private static String secondaryType(Routing routing) {
        FeedbackType secondary = routing.secondaryType();
        return secondary == null ? "none" : secondary.wireName();
    }

    /** Of what was not said besides, and of a supervisor, there is none. */
    private static Finding finding(Routing routing, String step, String value) {
        return routing.findings().stream()
                .filter(finding -> finding.step().equals(step))
                .findFirst()
                .orElseGet(() -> new Finding(step, value, 1, List.of(), null));
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

    /** @param values what the live rules say and what the draft says, as it is counted */
    private record Step(String name, BiFunction<Routing, Routing, Pair> values, Map<Pair, Tally> tallies) {

        Step(String name, BiFunction<Routing, Routing, Pair> values) {
            this(name, values, new TreeMap<>());
        }

        static Step of(String name, Function<Routing, String> value) {
            return new Step(name, (now, then) -> new Pair(value.apply(now), value.apply(then)));
        }
    }

    private static final class Tally {
        private long count;
        private final List<Example> examples = new ArrayList<>(0);
    }
}
