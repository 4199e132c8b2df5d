package org.feedbackloop.bench.classification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.Routing;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.rules.RulesDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision after another, from the text to the routing with its reasons. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Decisions {

    static final String CORPUS = "corpus";

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    /** The texts of the corpus in turn: what one of them costs. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Routing oneOfTheCorpus(Corpus corpus) {
        return corpus.router.route(Statement.ofText(corpus.next()), NOW);
    }

    /** One text of so many characters: how the cost grows. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public Routing oneOfLength(Lengths lengths) {
        return lengths.router.route(Statement.ofText(lengths.text), NOW);
    }

    private static Router shipped() throws IOException {
        try (InputStream rules = Router.class.getResourceAsStream("/rules.yaml")) {
            if (rules == null) {
                throw new FileNotFoundException("/rules.yaml");
            }
            return new Router(RulesDocument.parse(new String(rules.readAllBytes(), UTF_8)));
        }
    }

    private static List<String> texts() throws IOException {
        return Texts.of(Path.of(System.getProperty(CORPUS)));
    }

    /** For one thread. Filled before anything is measured. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Corpus {

        private List<String> texts;
        private int at;
        Router router;

        @Setup
        public void read() throws IOException {
            texts = texts();
            router = shipped();
        }

        String next() {
            at = at + 1 == texts.size() ? 0 : at + 1;
            return texts.get(at);
        }
    }

    /** For one thread. Filled before anything is measured. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Lengths {

        @Param({"100", "400", "1600", "6400", "20000"})
        public int length;

        String text;
        Router router;

        @Setup
        public void read() throws IOException {
            text = Texts.ofLength(length, texts());
            router = shipped();
        }
    }
}
