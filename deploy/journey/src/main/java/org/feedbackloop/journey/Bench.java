package org.feedbackloop.journey;

import java.io.PrintStream;
import java.util.List;
import org.feedbackloop.journey.bench.CrmScenario;
import org.feedbackloop.journey.bench.IntakeScenario;
import org.feedbackloop.journey.bench.RoutingScenario;
import org.feedbackloop.journey.bench.Scenario;

/** Runs the benches named, or all. They print what they saw; only something broken makes the exit code 1. */
public final class Bench {

    private static final List<Scenario> SCENARIOS =
            List.of(new IntakeScenario(), new RoutingScenario(), new CrmScenario());

    private Bench() {}

    public static void main(String[] names) {
        System.exit(run(List.of(names), System.out));
    }

    private static int run(List<String> names, PrintStream out) {
        List<String> known = SCENARIOS.stream().map(Scenario::name).toList();
        if (!known.containsAll(names)) {
            out.println("usage: bench [SCENARIO...]   scenarios: " + String.join(", ", known));
            return 2;
        }
        int exitCode = 0;
        for (Scenario scenario : SCENARIOS) {
            if (names.isEmpty() || names.contains(scenario.name())) {
                exitCode = Math.max(exitCode, run(scenario, out));
            }
        }
        return exitCode;
    }

    private static int run(Scenario scenario, PrintStream out) {
        try {
            scenario.run(out);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception e) {
            out.println("broken: " + e.getMessage());
            return 1;
        }
    }
}
