package org.feedbackloop.routing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.feedbackloop.routing.rules.Rules;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.type.CueWords;
import org.feedbackloop.routing.type.FeatureOptions;
import org.feedbackloop.routing.type.TypeModelFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./feedback train}, started in the root of the checkout. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains the model that tells what feedback is, and says how good it is.")
public final class Train implements Callable<Integer> {

    private static final Path CORPUS = Path.of("routing-service/src/training/corpus");
    private static final Path TRIALS = Path.of("routing-service/src/training/trials.md");
    private static final Path MODEL =
            Path.of("routing-service/src/main/resources/org/feedbackloop/routing/type/type-model.bin");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REPORT = "type-model.md";

    @Option(names = "--corpus", description = "The folder of the corpus, if it is another than the project's.")
    private @Nullable Path corpus;

    @Option(names = "--model", description = "Where to write the model, if not into the project.")
    private @Nullable Path model;

    @Option(names = "--corrections", description = "A file to learn from as well, in the format of the corpus.")
    private List<Path> corrections = new ArrayList<>();

    @Option(names = "--report", description = "Train nothing: try the model on texts by others, where there are some.")
    private boolean report;

    @Nullable
    @Option(
            names = "--samples",
            description = "Where those texts are, if not in a shared/samples/understanding around.")
    private Path samples;

    @Option(names = "--trials", description = "Train nothing: measure other ways to train. Takes minutes.")
    private boolean trials;

    @Override
    public Integer call() throws IOException {
        if (report) {
            return tryOnOthers();
        }
        if (trials) {
            return compare();
        }
        Training training = Training.of(read());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TypeModelFile.write(training.model(), FeatureOptions.CHOSEN, bytes);
        String told = new Report(training, shippedCues()).markdown();
        Path written = given(model, MODEL);
        Files.write(written, bytes.toByteArray());
        Files.writeString(written.resolveSibling(REPORT), told, UTF_8);
        System.out.println(told);
        System.out.printf(
                "%s: %,d bytes, version %s%n",
                written, bytes.size(), training.model().version());
        return 0;
    }

    @Command(
            name = "export",
            description = "Writes to a file what consultants have corrected, of each feedback the last.")
    int export(
            @Parameters(paramLabel = "FILE", description = "Has the format of the corpus; made if it is not there.")
                    Path file,
            @Option(names = "--bootstrap", required = true, description = "Where the broker is.") String bootstrap)
            throws IOException {
        int corrected = new CorrectionsConsumer(bootstrap, PATIENCE).writeTo(named(file));
        System.out.printf("%s: %d new or corrected again%n", file, corrected);
        return 0;
    }

    private static Path given(@Nullable Path path, Path otherwise) {
        return path == null ? otherwise : named(path);
    }

    /** The script changes into the checkout; a path on the command line is meant from where it was called. */
    private static Path named(Path path) {
        return Path.of(Objects.requireNonNullElse(System.getenv("FEEDBACK_CALLED_FROM"), ""))
                .resolve(path);
    }

    private Corpus read() throws IOException {
        List<CorpusText> texts =
                new ArrayList<>(Corpus.read(given(corpus, CORPUS)).texts());
        for (Path file : corrections) {
            texts.addAll(Corpus.readFile(named(file)));
        }
        return Corpus.of(texts);
    }

    private int compare() throws IOException {
        StringBuilder table = new StringBuilder();
        new Trials(read()).run(table);
        System.out.println(table);
        Files.writeString(TRIALS, Trials.HEADING + table, UTF_8);
        return 0;
    }

    private int tryOnOthers() throws IOException {
        Optional<Samples> found =
                samples == null ? Samples.above(Path.of("")) : Optional.of(Samples.in(named(samples)));
        if (found.isEmpty()) {
            System.out.println(
                    "There are no texts by others: no shared/samples/understanding around, and no --samples.");
            return 0;
        }
        System.out.println(new OthersReport(shippedRules()).markdown(found.get()));
        return 0;
    }

    private static CueWords shippedCues() throws IOException {
        Rules rules = shippedRules().rules();
        return new CueWords(rules.cues(), rules.negations());
    }

    private static RulesDocument shippedRules() throws IOException {
        try (InputStream file = Objects.requireNonNull(Train.class.getResourceAsStream("/rules.yaml"))) {
            return RulesDocument.parse(new String(file.readAllBytes(), UTF_8));
        }
    }

    public static void main(String[] args) {
        // The libraries of the service log through this one, and complain at the terminal where another is at hand.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(new CommandLine(new Train()).execute(args));
    }
}
