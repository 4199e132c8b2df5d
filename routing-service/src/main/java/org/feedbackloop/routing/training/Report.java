package org.feedbackloop.routing.training;

import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.PRAISE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.CueWords;
import org.feedbackloop.routing.type.FeatureOptions;
import org.feedbackloop.routing.type.FeatureVector;
import org.feedbackloop.routing.type.HeardCues;
import org.feedbackloop.routing.type.Types;
import org.feedbackloop.routing.type.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is, by texts that it was not trained on; in Markdown. Tells what the service would say: the model, moved by
 * the cues of the shipped rules.
 */
final class Report {

    private static final FeedbackType[] TYPES = FeedbackType.values();
    private static final double[] SECONDARY_BOUNDS = {0.3, 0.4, Types.SECONDARY, 0.6, 0.7};

    private final Training training;
    private final List<CorpusText> texts;
    private final List<HeardCues> cues;
    private final HeldOut heldOut;
    private final StringBuilder out = new StringBuilder();

    Report(Training training, CueWords rules) {
        this.training = training;
        texts = training.corpus().texts();
        cues = texts.stream()
                .map(text -> rules.in(text.statement().words(), text.language()))
                .toList();
        heldOut = new HeldOut(Training.vectors(texts, FeatureOptions.CHOSEN, FeatureVector.blockWeights()), texts);
    }

    String markdown() {
        double[][] folds = moved(training.heldOut());
        double[][] sittings = moved(heldOut.scores(Trainer.CHOSEN, Folds.portions(texts, Training.FOLDS)));
        say(
                "# The model that tells the type of feedback\n\n"
                        + "Version %s. Written by `./feedback train`, which writes the same again from the same corpus.\n",
                training.model().version());
        corpus();
        crossValidation(folds);
        farther(sittings);
        calibration(folds);
        secondary(folds);
        cues(folds);
        return out.toString();
    }

    private void corpus() {
        say("## What it learns from\n\n| language | complaint | idea | question | praise | referral | other | texts |\n"
                + "|---|--:|--:|--:|--:|--:|--:|--:|\n");
        for (String language : languages()) {
            say("| %s |", language);
            for (FeedbackType type : TYPES) {
                say(" %d |", count(text -> isIn(text, language) && text.type() == type));
            }
            say(" %d |\n", count(text -> isIn(text, language)));
        }
        long groups = Arrays.stream(NearDuplicates.groups(
                        texts.stream().map(CorpusText::text).toList()))
                .distinct()
                .count();
        say("\n%d texts, %d of them like no earlier one.\n\n", texts.size(), groups);
    }

    private void crossValidation(double[][] folds) {
        Confusion all = said(folds, text -> true);
        say(
                "## By cross-validation\n\nEach text is judged by a model that was trained without it and without its near "
                        + "duplicates (%d folds).\n\n",
                Training.FOLDS);
        say(
                "Macro-F1 **%.3f**, accuracy %.3f. By the model alone, without the cues of the rules: macro-F1 %.3f.\n\n",
                all.macroF1(),
                all.accuracy(),
                confusion(calibrated(training.heldOut()), text -> true).macroF1());
        say("%s\n", all.table());
        for (String language : languages()) {
            Confusion one = said(folds, text -> isIn(text, language));
            say("### %s: macro-F1 %.3f\n\n%s\n", language, one.macroF1(), one.table());
        }
    }

    private void farther(double[][] sittings) {
        say(
                "## Farther from what it has seen\n\nCross-validation flatters: what one person writes at one sitting is about "
                        + "the same trades, in the same voice. So whole sittings are held back (the texts of a type in the order of "
                        + "their file, cut into %d), and all that one writer wrote.\n\n"
                        + "Complaint against praise is the F1, mean of the two, over the texts that are one of them, and read in two "
                        + "ways. \"Decided\" is the stricter: an answer of any other type counts as wrong. \"Of the two\" leaves "
                        + "the other types out and takes the likelier of both.\n\n",
                Training.FOLDS);
        say("| held back | texts | macro-F1 | accuracy | complaint against praise, decided | of the two |\n"
                + "|---|--:|--:|--:|--:|--:|\n");
        heldBack("sittings", sittings, text -> true);
        for (String part : parts()) {
            boolean isSole = texts.stream()
                    .noneMatch(text -> !text.part().equals(part) && text.part().startsWith(part.substring(0, 2)));
            if (!isSole) {
                Predicate<CorpusText> held = text -> text.part().equals(part);
                heldBack(
                        part,
                        moved(heldOut.scoresOf(
                                Trainer.CHOSEN, texts.stream().map(held::test).toList())),
                        held);
            }
        }
        say(
                "\nComplaint against praise, sittings held back:\n\n| language | texts | decided | of the two |\n|---|--:|--:|--:|\n");
        for (String language : languages()) {
            Predicate<CorpusText> spoken = text -> isIn(text, language);
            Confusion ofTwo = ofTwo(sittings, spoken);
            say(
                    "| %s | %d | %.3f | %.3f |\n",
                    language, ofTwo.count(), decided(sittings, spoken).macroF1(), ofTwo.macroF1());
        }
        say("\n");
    }

    private void heldBack(String name, double[][] scores, Predicate<CorpusText> held) {
        Confusion all = confusion(scores, held);
        Confusion ofTwo = ofTwo(scores, held);
        say(
                "| %s | %d | %.3f | %.3f | %s | %s |\n",
                name, all.count(), all.macroF1(), all.accuracy(), macroF1(decided(scores, held)), macroF1(ofTwo));
    }

    private static String macroF1(Confusion confusion) {
        return confusion.count() == 0 ? "-" : String.format(Locale.ROOT, "%.3f", confusion.macroF1());
    }

    /** Those that are a complaint or praise, taken for whatever is likeliest. */
    private Confusion decided(double[][] scores, Predicate<CorpusText> which) {
        return confusion(scores, which.and(Report::isOneOfTwo));
    }

    /** Those that are a complaint or praise, taken for the likelier of both. */
    private Confusion ofTwo(double[][] scores, Predicate<CorpusText> which) {
        Confusion ofTwo = new Confusion();
        for (int text = 0; text < texts.size(); text++) {
            CorpusText is = texts.get(text);
            if (which.test(is) && isOneOfTwo(is)) {
                double[] said = scores[text];
                ofTwo.add(is.type(), said[COMPLAINT.ordinal()] > said[PRAISE.ordinal()] ? COMPLAINT : PRAISE);
            }
        }
        return ofTwo;
    }

    private static boolean isOneOfTwo(CorpusText text) {
        return text.type() == COMPLAINT || text.type() == PRAISE;
    }

    private void calibration(double[][] folds) {
        Reliability reliability = new Reliability();
        for (int text = 0; text < folds.length; text++) {
            FeedbackType said = first(folds, text);
            reliability.add(confidence(folds, text), said == texts.get(text).type());
        }
        say(
                "## Whether its confidence means something\n\nThe confidence is the one that the service states. A complaint that "
                        + "goes before a likelier question is stated with how likely a complaint is besides.\n\n%s\nExpected calibration error %.3f.\n\n",
                reliability.table(), reliability.expectedError());
    }

    private void secondary(double[][] folds) {
        say(
                "## Two things at once\n\nA second type is told where it is likely enough. Of the texts that are two things, how "
                        + "many are told to be both; of those that are one, how many get a second one that they have not.\n\n"
                        + "| bound | both told, of those that are two | a second one, of those that are one |\n|--:|--:|--:|\n");
        for (double bound : SECONDARY_BOUNDS) {
            int two = 0;
            int both = 0;
            int one = 0;
            int tooMuch = 0;
            for (int text = 0; text < folds.length; text++) {
                double[] shares = besides(folds[text], training.sentences()[text]);
                FeedbackType first = first(folds, text);
                FeedbackType second = second(shares, first, bound);
                CorpusText is = texts.get(text);
                if (is.also() == null) {
                    one++;
                    tooMuch += second == null ? 0 : 1;
                } else {
                    two++;
                    both += second != null
                                    && (first == is.type() && second == is.also()
                                            || first == is.also() && second == is.type())
                            ? 1
                            : 0;
                }
            }
            say(
                    "| %.2f | %.2f | %.2f |\n",
                    bound, both / (double) Math.max(1, two), tooMuch / (double) Math.max(1, one));
        }
        say("\n");
    }

    private void cues(double[][] folds) {
        say("## The cues of the shipped rules\n\nWhere a strong cue is heard, and speaks for one type alone.\n\n"
                + "| language | texts | cue right | model and cues right |\n|---|--:|--:|--:|\n");
        for (String language : languages()) {
            int heard = 0;
            int right = 0;
            int together = 0;
            for (int text = 0; text < texts.size(); text++) {
                HeardCues theirs = cues.get(text);
                List<FeedbackType> spoken =
                        Stream.of(TYPES).filter(type -> theirs.strong(type) > 0).toList();
                CorpusText is = texts.get(text);
                if (isIn(is, language) && spoken.size() == 1) {
                    heard++;
                    right += spoken.get(0) == is.type() ? 1 : 0;
                    together += first(folds, text) == is.type() ? 1 : 0;
                }
            }
            say(
                    "| %s | %d | %.2f | %.2f |\n",
                    language, heard, right / (double) Math.max(1, heard), together / (double) Math.max(1, heard));
        }
        say("\nOther ways to train, and what they cost: [trials.md](../../../../../../training/trials.md).\n");
    }

    private static @Nullable FeedbackType second(double[] shares, FeedbackType first, double bound) {
        FeedbackType second = null;
        for (FeedbackType type : TYPES) {
            if (type != first
                    && type != FeedbackType.OTHER
                    && shares[type.ordinal()] >= bound
                    && (second == null || shares[type.ordinal()] > shares[second.ordinal()])) {
                second = type;
            }
        }
        return second;
    }

    /** Calibrated, and moved by the cues that are heard. */
    private double[][] moved(double[][] scores) {
        double[][] moved = calibrated(scores);
        for (int text = 0; text < moved.length; text++) {
            if (moved[text] != null) {
                for (FeedbackType type : TYPES) {
                    moved[text][type.ordinal()] += Wording.weight(
                            cues.get(text).strong(type), cues.get(text).weak(type));
                }
            }
        }
        return moved;
    }

    private double[][] calibrated(double[][] scores) {
        double[][] calibrated = new double[scores.length][];
        for (int text = 0; text < scores.length; text++) {
            if (scores[text] != null) {
                calibrated[text] = training.calibration().scores(scores[text]);
            }
        }
        return calibrated;
    }

    private FeedbackType first(double[][] folds, int text) {
        double[] sentences = training.sentences()[text];
        return Wording.first(HeldOut.highest(folds[text]), besides(folds[text], sentences), sentences.length > 0);
    }

    /** What the service states of it. */
    private double confidence(double[][] folds, int text) {
        FeedbackType likeliest = HeldOut.highest(folds[text]);
        return Wording.confidence(
                first(folds, text),
                likeliest,
                Calibration.NONE.shares(folds[text])[likeliest.ordinal()],
                besides(folds[text], training.sentences()[text]));
    }

    private Confusion said(double[][] folds, Predicate<CorpusText> which) {
        Confusion confusion = new Confusion();
        for (int text = 0; text < folds.length; text++) {
            if (which.test(texts.get(text))) {
                confusion.add(texts.get(text).type(), first(folds, text));
            }
        }
        return confusion;
    }

    private double[] besides(double[] scores, double[] sentences) {
        double[] ofSentence =
                sentences.length == 0 ? scores : training.calibration().scores(sentences);
        double[] besides = new double[scores.length];
        for (int type = 0; type < besides.length; type++) {
            besides[type] = Wording.besides(scores[type], ofSentence[type]);
        }
        return besides;
    }

    private Confusion confusion(double[][] scores, Predicate<CorpusText> which) {
        Confusion confusion = new Confusion();
        for (int text = 0; text < scores.length; text++) {
            if (scores[text] != null && which.test(texts.get(text))) {
                confusion.add(texts.get(text).type(), HeldOut.highest(scores[text]));
            }
        }
        return confusion;
    }

    private TreeSet<String> languages() {
        TreeSet<String> languages = new TreeSet<>();
        texts.forEach(text -> languages.add(text.language().code()));
        return languages;
    }

    private TreeSet<String> parts() {
        TreeSet<String> parts = new TreeSet<>();
        texts.forEach(text -> parts.add(text.part()));
        return parts;
    }

    private long count(Predicate<CorpusText> which) {
        return texts.stream().filter(which).count();
    }

    private static boolean isIn(CorpusText text, String language) {
        return text.language().code().equals(language);
    }

    private void say(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
