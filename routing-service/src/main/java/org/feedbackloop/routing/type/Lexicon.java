package org.feedbackloop.routing.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedbackloop.routing.reading.LongestHits;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.reading.Words;

/**
 * What words are for: something good, a denial, somebody's friend. All languages at once, for a text's language may be unknown,
 * and many texts mix two. Part of the trained model: its weights know the groups by their place in the file.
 */
public final class Lexicon {

    static final String SHIPPED = "lexicon.txt";

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final List<String> groups = new ArrayList<>();
    private final Phrases<Entry> phrases = new Phrases<>();

    private Lexicon() {}

    /** A phrase of a group. */
    record Entry(int group, String phrase) {}

    /** The one that the model was trained with. */
    public static Lexicon shipped() {
        return parse(text());
    }

    static String digest() {
        return Integer.toHexString(text().hashCode());
    }

    private static String text() {
        try (InputStream file = Lexicon.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new FileNotFoundException(SHIPPED);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    static Lexicon parse(String text) {
        Lexicon lexicon = new Lexicon();
        Set<String> seen = new HashSet<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("[")) {
                lexicon.groups.add(line.substring(1, line.indexOf(']')));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int group = lexicon.groups.size() - 1;
                for (String phrase :
                        COMMA.split(line.substring(line.indexOf(':') + 1).strip())) {
                    // Languages share words, and what is written in two ways may read the same.
                    if (seen.add(group + Phrases.requirePhrase(phrase))) {
                        lexicon.phrases.add(phrase, new Entry(group, phrase));
                    }
                }
            }
        }
        return lexicon;
    }

    int groups() {
        return groups.size();
    }

    String name(int group) {
        return groups.get(group);
    }

    LongestHits<Entry> in(Words words) {
        return phrases.longestIn(words, entry -> true);
    }
}
