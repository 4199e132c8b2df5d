package org.feedbackloop.routing.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/**
 * Tells the language of a statement: which of those we answer in, or {@code und} where none of them speaks from it.
 *
 * <p>For each language that could be it, what speaks for it is added up, see {@link Candidate}. Of languages that nobody
 * described, the likeness of their letters alone counts. Immutable, and so safe for use by many threads.
 */
public final class Languages {

    /**
     * How far ahead of all others a language is that we answer in, because customers write in it unless their words say
     * otherwise. Times the root of the number of letters: by so much the likeness of their groups strays.
     */
    private static final float ANSWERED = 0.05f;

    /** The same for a single word, whatever its length. It deserves less trust: most words look like a neighbour's too. */
    private static final float ANSWERED_ONE_WORD = 0.05f;

    /** What nobody described is nobody's neighbour here. */
    private static final float UNDESCRIBED = -0.25f;

    /** Of so many words one is a small word, in any language. */
    private static final int WORDS_FOR_A_SMALL_ONE = 4;

    /** Of all letters, more than a few names have: such a text is in a language that nobody described. */
    private static final double FOREIGN_SHARE = 0.15;

    /** With less it is as good as any. */
    private static final double CONFIDENCE_NEEDED = 0.2;

    /** By how much the odds of a language grow with its score; with this, about as many answers are right as they say. */
    private static final double ODDS = 12;

    private final LetterGroups letterGroups;
    private final List<LanguageProfile> profiles;
    private final int[] profileOfNumber;
    private final Phrases<Integer> smallWords = new Phrases<>();

    /** @param profiles each of a language that the letter groups know */
    public Languages(List<LanguageProfile> profiles, LetterGroups letterGroups) {
        this.letterGroups = letterGroups;
        this.profiles = List.copyOf(profiles);
        for (int i = 0; i < profiles.size(); i++) {
            int index = i;
            profiles.get(i).words().forEach(word -> smallWords.add(word, index));
        }
        List<String> described =
                profiles.stream().map(profile -> profile.language().code()).toList();
        profileOfNumber =
                letterGroups.names().stream().mapToInt(described::indexOf).toArray();
    }

    /** Whether it is one of those that we answer in. */
    public boolean answers(Language language) {
        return profiles.stream()
                .anyMatch(profile -> profile.answered() && profile.language().equals(language));
    }

    /** Whether nothing is said in words, so that no language is needed to read it: a score, a picture, a link. */
    public static boolean isWordless(Statement statement) {
        return Prose.of(statement.text()).isEmpty();
    }

    public Verdict<Language> of(Statement statement) {
        Language declared = statement.declaredLanguage() == null
                ? Language.UNDETERMINED
                : Language.ofTag(statement.declaredLanguage());
        Prose prose = Prose.of(statement.text());
        return prose.isEmpty() ? wordless(declared) : decide(prose, declared);
    }

    private Verdict<Language> wordless(Language declared) {
        return answers(declared)
                ? new Verdict<>(declared, 0.5, List.of("declared " + declared), "declared-language")
                : undetermined(0, List.of("no words"));
    }

    private Verdict<Language> decide(Prose prose, Language declared) {
        List<Candidate> candidates = candidates(prose, declared);
        Candidate best = candidates.get(0);
        if (prose.isOneCharacter() && best.words() == 0) {
            return undetermined(0, List.of("too short"));
        }
        List<String> evidence = evidence(prose, candidates);
        if (!best.answered()) {
            return undetermined(1 - share(candidates, Candidate::answered), evidence);
        }
        double confidence = share(candidates, best::equals);
        if (confidence < CONFIDENCE_NEEDED) {
            evidence.add("too little to tell");
            return undetermined(0, evidence);
        }
        if (prose.shareForeignTo(best.letters()) > FOREIGN_SHARE) {
            evidence.add("too many letters foreign to " + best.language());
            return undetermined(0, evidence);
        }
        return new Verdict<>(new Language(best.language()), confidence, evidence, "letters-and-words");
    }

    private static Verdict<Language> undetermined(double confidence, List<String> evidence) {
        return new Verdict<>(Language.UNDETERMINED, confidence, evidence, "undetermined");
    }

    /** Those described whose script it is, and the likeliest of all others; best first. */
    private List<Candidate> candidates(Prose prose, Language declared) {
        float[] described = new float[profiles.size()];
        Arrays.fill(described, Float.NEGATIVE_INFINITY);
        float[] likeness = letterGroups.likeness(prose.words());
        int other = -1;
        for (int number = 0; number < likeness.length; number++) {
            int profile = profileOfNumber[number];
            if (profile >= 0) {
                described[profile] = Math.max(described[profile], likeness[number]);
            } else if (other < 0 || likeness[number] > likeness[other]) {
                other = number;
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        addDescribed(prose, described, declared, candidates);
        if (other >= 0) {
            candidates.add(new Candidate(
                    letterGroups.names().get(other),
                    false,
                    Alphabet.UNTOLD,
                    UNDESCRIBED,
                    likeness[other],
                    prose.wordCount() / WORDS_FOR_A_SMALL_ONE,
                    0,
                    false));
        }
        candidates.sort(Comparator.comparing(Candidate::score).reversed());
        return candidates;
    }

    private void addDescribed(Prose prose, float[] likeness, Language declared, List<Candidate> candidates) {
        int[] words = new int[profiles.size()];
        smallWords.in(Words.of(prose.words()), (index, first, last) -> words[index]++);
        float answered = prose.wordCount() == 1 ? ANSWERED_ONE_WORD : ANSWERED * (float) Math.sqrt(prose.letterCount());
        for (int i = 0; i < words.length; i++) {
            LanguageProfile profile = profiles.get(i);
            if (profile.script() == prose.script()) {
                candidates.add(new Candidate(
                        profile.language().code(),
                        profile.answered(),
                        profile.letters(),
                        profile.answered() ? answered : 0,
                        likeness[i],
                        words[i],
                        profile.letters().foreign(prose.letters()),
                        profile.language().equals(declared)));
            }
        }
    }

    /** Of what speaks for any language, the share that speaks for these. */
    private static double share(List<Candidate> candidates, Predicate<Candidate> these) {
        float best = candidates.get(0).score();
        double all = 0;
        double theirs = 0;
        for (Candidate candidate : candidates) {
            double odds = Math.exp(ODDS * (candidate.score() - best));
            all += odds;
            theirs += these.test(candidate) ? odds : 0;
        }
        return theirs / all;
    }

    private static List<String> evidence(Prose prose, List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        List<String> evidence = new ArrayList<>();
        evidence.add("script " + prose.script().name().toLowerCase(Locale.ROOT));
        if (!best.answered()) {
            evidence.add("looks like " + best.language());
        }
        evidence.add(likeness(candidates));
        if (best.words() > 0) {
            evidence.add("known words of " + best.language() + ": " + best.words());
        }
        if (best.foreignLetters() > 0) {
            evidence.add("letters foreign to " + best.language() + ": " + best.foreignLetters());
        }
        if (best.declared()) {
            evidence.add("declared " + best.language());
        }
        return evidence;
    }

    /** As OpenNLP alone would have it, among the languages in question. */
    private static String likeness(List<Candidate> candidates) {
        Candidate first = candidates.get(0);
        Candidate second = null;
        for (Candidate candidate : candidates) {
            if (candidate.likeness() > first.likeness()) {
                second = first;
                first = candidate;
            } else if (candidate != first && (second == null || candidate.likeness() > second.likeness())) {
                second = candidate;
            }
        }
        double all = 0;
        for (Candidate candidate : candidates) {
            all += Math.exp(ODDS * (candidate.likeness() - first.likeness()));
        }
        String told = "opennlp " + first.language() + " " + hundredths(1 / all);
        return second == null
                ? told
                : told + " before " + second.language() + " "
                        + hundredths(Math.exp(ODDS * (second.likeness() - first.likeness())) / all);
    }

    private static double hundredths(double share) {
        return Math.round(share * 100) / 100.0;
    }
}
