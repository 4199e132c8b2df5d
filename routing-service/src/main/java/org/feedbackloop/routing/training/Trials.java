package org.feedbackloop.routing.training;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.FeatureOptions;
import org.feedbackloop.routing.type.FeatureVector;
import org.feedbackloop.routing.type.ModelWeights;

/**
 * Other ways to train, beside the chosen one: what each costs or gains. Judged by texts of trades and at sittings that the
 * model has not seen rather than by any texts held back: a way that only remembers would win there.
 */
final class Trials {

    private static final List<String> REVIEWS =
            List.of("es-reviews", "fa-reviews", "hi-reviews", "pl-reviews", "ru-reviews");

    static final String HEADING = "# Other ways to train the type model\n\n"
            + "Written by `./feedback train --trials`. Macro-F1 of the model alone: with whole sittings of the writers held back; "
            + "trained without one English writer and tried on that, on average; with a model for each language instead of "
            + "one for all; and trained without the reviews in a language and tried on those.\n\n";

    private static final List<Trial> TRIALS = List.of(
            trial("chosen", FeatureOptions.CHOSEN),
            trial("characters 2 to 5", new FeatureOptions(2, 5, true, false, true, true, true, true)),
            trial("characters 3 to 5", new FeatureOptions(3, 5, true, false, true, true, true, true)),
            trial("no characters", new FeatureOptions(3, 0, true, false, true, true, true, true)),
            trial("no pairs of words", new FeatureOptions(3, 6, false, false, true, true, true, true)),
            trial("pairs with a word between, too", new FeatureOptions(3, 6, true, true, true, true, true, true)),
            trial("no openings", new FeatureOptions(3, 6, true, false, false, true, true, true)),
            trial("no signs", new FeatureOptions(3, 6, true, false, true, false, true, true)),
            trial("no lexicon", new FeatureOptions(3, 6, true, false, true, true, false, false)),
            trial("lexicon not beside words", new FeatureOptions(3, 6, true, false, true, true, true, false)),
            trial("each block of features alike", FeatureOptions.CHOSEN, 1, 1, 1),
            trial("characters half as heavy", FeatureOptions.CHOSEN, 1.5f, 0.75f, 1),
            trial("lexicon twice as heavy", FeatureOptions.CHOSEN, 1.5f, 1.5f, 2),
            new Trial("cost 1", FeatureOptions.CHOSEN, FeatureVector.blockWeights(), new Trainer(1, 2)),
            new Trial("cost 4", FeatureOptions.CHOSEN, FeatureVector.blockWeights(), new Trainer(4, 2)),
            new Trial("cost 64", FeatureOptions.CHOSEN, FeatureVector.blockWeights(), new Trainer(64, 2)),
            new Trial(
                    "features of one text, too",
                    FeatureOptions.CHOSEN,
                    FeatureVector.blockWeights(),
                    new Trainer(16, 1)));

    private final List<CorpusText> texts;
    private final List<FeedbackType> types;

    Trials(Corpus corpus) {
        texts = corpus.texts();
        types = Training.types(corpus);
    }

    /** A table of Markdown, a line as soon as it is known. */
    void run(Appendable out) throws IOException {
        out.append("| trial | sittings | other trades, English | a language by its own texts alone | reviews |\n"
                + "|---|--:|--:|--:|--:|\n");
        for (Trial trial : TRIALS) {
            HeldOut heldOut = new HeldOut(Training.vectors(texts, trial.options(), trial.blockWeights()), texts);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.3f |\n",
                    trial.name(),
                    macroF1(heldOut.scores(trial.trainer(), Folds.portions(texts, Training.FOLDS)), text -> true),
                    otherTrades(heldOut, trial.trainer()),
                    languagesApart(heldOut, trial.trainer()),
                    reviews(heldOut, trial.trainer())));
        }
    }

    /** Trained without what one English writer wrote, tried on that, for each of them. */
    private double otherTrades(HeldOut heldOut, Trainer trainer) {
        List<String> parts = texts.stream()
                .map(CorpusText::part)
                .filter(part -> part.startsWith("en-"))
                .distinct()
                .toList();
        double sum = 0;
        for (String part : parts) {
            sum += macroF1(
                    without(heldOut, trainer, text -> text.part().equals(part)),
                    text -> text.part().equals(part));
        }
        return sum / parts.size();
    }

    /** One model for each language instead of one for all. */
    private double languagesApart(HeldOut heldOut, Trainer trainer) {
        Folds portions = Folds.portions(texts, Training.FOLDS);
        double[][] scores = new double[texts.size()][];
        for (String language :
                texts.stream().map(text -> text.language().code()).distinct().toList()) {
            for (int fold = 0; fold < portions.count(); fold++) {
                int held = fold;
                boolean[] trained = new boolean[texts.size()];
                for (int text = 0; text < trained.length; text++) {
                    trained[text] =
                            texts.get(text).language().code().equals(language) && portions.ofText()[text] != held;
                }
                ModelWeights weights = heldOut.train(trainer, trained);
                for (int text = 0; text < trained.length; text++) {
                    if (!trained[text] && texts.get(text).language().code().equals(language)) {
                        scores[text] = weights.scores(heldOut.vector(text));
                    }
                }
            }
        }
        return macroF1(scores, text -> true);
    }

    /** Trained without the reviews in a language, tried on those: complaint against praise. */
    private double reviews(HeldOut heldOut, Trainer trainer) {
        double sum = 0;
        for (String part : REVIEWS) {
            sum += macroF1(
                    without(heldOut, trainer, text -> text.part().equals(part)),
                    text -> text.part().equals(part));
        }
        return sum / REVIEWS.size();
    }

    private double[][] without(HeldOut heldOut, Trainer trainer, Predicate<CorpusText> held) {
        return heldOut.scoresOf(trainer, texts.stream().map(held::test).toList());
    }

    private double macroF1(double[][] scores, Predicate<CorpusText> which) {
        Confusion confusion = new Confusion();
        for (int text = 0; text < scores.length; text++) {
            if (scores[text] != null && which.test(texts.get(text))) {
                confusion.add(types.get(text), HeldOut.highest(scores[text]));
            }
        }
        return confusion.macroF1();
    }

    private static Trial trial(String name, FeatureOptions options) {
        return new Trial(name, options, FeatureVector.blockWeights(), Trainer.CHOSEN);
    }

    private static Trial trial(String name, FeatureOptions options, float words, float characters, float signals) {
        return new Trial(name, options, new float[] {words, characters, signals}, Trainer.CHOSEN);
    }

    /** One way to train. */
    private record Trial(String name, FeatureOptions options, float[] blockWeights, Trainer trainer) {}
}
