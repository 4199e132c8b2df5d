package org.feedbackloop.routing.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.reading.Words;

/**
 * Tells a language by its script, its letters and the words it is known by. What was declared counts as much as one word: people
 * write in another language than their browser's.
 */
public final class Languages {

    /** Of all words, so many must be known; a text in a language that nobody described knows a few by chance. */
    private static final double KNOWN_SHARE = 0.13;

    /** By then the letters have shown which they are; looking at all of a long letter would cost more than it tells. */
    private static final int LETTERS_READ = 1_000;

    private final List<Candidate> candidates;
    private final Phrases<Integer> knownWords = new Phrases<>();

    public Languages(List<LanguageProfile> profiles) {
        candidates = new ArrayList<>();
        for (LanguageProfile profile : profiles) {
            long answeredInScript = profiles.stream()
                    .filter(other -> other.answered() && other.script() == profile.script())
                    .count();
            int index = candidates.size();
            candidates.add(new Candidate(profile, profile.answered() && answeredInScript == 1));
            profile.words().forEach(word -> knownWords.add(word, index));
        }
    }

    public Verdict<Language> of(Statement statement) {
        Language declared = statement.declaredLanguage() == null
                ? Language.UNDETERMINED
                : Language.ofTag(statement.declaredLanguage());
        String beginning = statement
                .text()
                .substring(0, Math.min(LETTERS_READ, statement.text().length()));
        Map<UnicodeScript, Integer> scripts = scripts(beginning);
        if (scripts.isEmpty()) {
            return wordless(declared);
        }
        UnicodeScript script = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return best(script, beginning, statement.words(), declared);
    }

    private Verdict<Language> wordless(Language declared) {
        return isAnswered(declared)
                ? new Verdict<>(declared, 0.5, List.of("declared " + declared), "declared-language")
                : undetermined("no words");
    }

    private Verdict<Language> best(UnicodeScript script, String beginning, Words said, Language declared) {
        int[] words = new int[candidates.size()];
        knownWords.in(said, (index, first, last) -> words[index]++);
        int[] letters = letters(beginning);

        int best = -1;
        int bestScore = 0;
        int secondScore = 0;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.profile().script() != script) {
                continue;
            }
            int score = words[i]
                    + letters[i]
                    + (candidate.aloneInItsScript() ? 1 : 0)
                    + (candidate.language().equals(declared) ? 1 : 0);
            if (score > bestScore) {
                secondScore = bestScore;
                bestScore = score;
                best = i;
            } else if (score > secondScore) {
                secondScore = score;
            }
        }
        if (best < 0) {
            return undetermined("no word of a known language in script " + name(script));
        }
        Candidate winner = candidates.get(best);
        if (bestScore == secondScore) {
            return undetermined("as much like another language as " + winner.language());
        }
        if (!winner.aloneInItsScript() && bestScore < KNOWN_SHARE * said.count()) {
            return undetermined("too few words of " + winner.language());
        }
        if (!winner.profile().answered()) {
            return undetermined("looks like " + winner.language());
        }
        List<String> evidence = new ArrayList<>();
        evidence.add("script " + name(script));
        if (words[best] > 0) {
            evidence.add("known words: " + words[best]);
        }
        if (letters[best] > 0) {
            evidence.add("letters of its own: " + letters[best]);
        }
        if (winner.language().equals(declared)) {
            evidence.add("declared " + declared);
        }
        return new Verdict<>(
                winner.language(), bestScore / (bestScore + secondScore + 1.0), evidence, "script-letters-words");
    }

    private static Verdict<Language> undetermined(String why) {
        return new Verdict<>(Language.UNDETERMINED, 0, List.of(why), "undetermined");
    }

    private boolean isAnswered(Language language) {
        return candidates.stream()
                .anyMatch(candidate ->
                        candidate.profile().answered() && candidate.language().equals(language));
    }

    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
        return scripts;
    }

    /** For each candidate, the letters of its own that occur. Each counts once: one name may be full of them. */
    private int[] letters(String text) {
        int[] letters = new int[candidates.size()];
        for (int i = 0; i < letters.length; i++) {
            String own = candidates.get(i).profile().letters();
            for (int at = 0; at < own.length(); at++) {
                if (text.indexOf(own.charAt(at)) >= 0) {
                    letters[i]++;
                }
            }
        }
        return letters;
    }

    private static String name(UnicodeScript script) {
        return script.name().toLowerCase(Locale.ROOT);
    }

    /** @param aloneInItsScript no other language that we answer in is written so: the script alone speaks for it */
    private record Candidate(LanguageProfile profile, boolean aloneInItsScript) {

        Language language() {
            return profile.language();
        }
    }
}
