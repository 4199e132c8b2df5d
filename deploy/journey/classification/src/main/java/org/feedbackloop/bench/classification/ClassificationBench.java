package org.feedbackloop.bench.classification;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Prints the median and the tail of one decision, and what it costs by the length of its text. */
public final class ClassificationBench {

    private ClassificationBench() {}

    /**
     * Runs for about a minute and a half.
     *
     * @param arguments the folder of the corpus
     */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(options(arguments[0])).run();
        print(results, System.out);
    }

    private static Options options(String corpus) {
        return new OptionsBuilder()
                .include(Decisions.class.getName())
                .forks(1)
                .jvmArgsAppend("-D" + Decisions.CORPUS + "=" + corpus, "-XX:+UseSerialGC", "-Xmx512m")
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        for (RunResult result : results) {
            if (length(result) == 0) {
                Statistics micros = result.getPrimaryResult().getStatistics();
                out.printf(
                        Locale.ROOT,
                        "one decision, texts of the corpus: median %.0f us, p99 %.0f us, p99.9 %.0f us%n",
                        micros.getPercentile(50),
                        micros.getPercentile(99),
                        micros.getPercentile(99.9));
            }
        }
        List<RunResult> byLength = results.stream()
                .filter(result -> length(result) > 0)
                .sorted(Comparator.comparingInt(ClassificationBench::length))
                .toList();
        out.printf("%12s %12s %24s%n", "characters", "us", "us per 1,000 characters");
        for (RunResult result : byLength) {
            Result<?> micros = result.getPrimaryResult();
            out.printf(
                    Locale.ROOT,
                    "%12d %12.1f %24.1f%n",
                    length(result),
                    micros.getScore(),
                    micros.getScore() * 1000 / length(result));
        }
    }

    private static int length(RunResult result) {
        String length = result.getParams().getParam("length");
        return length == null ? 0 : Integer.parseInt(length);
    }
}
