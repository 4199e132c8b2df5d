package org.feedbackloop.notification.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The sentences of one language, by name. They stand in {@code /letters}, one file a language. */
final class Phrases {

    private static final Map<Language, Phrases> ALL = all();

    private final Properties phrases;

    private Phrases(Properties phrases) {
        this.phrases = phrases;
    }

    static Phrases in(Language language) {
        Phrases phrases = ALL.get(language);
        if (phrases == null) {
            throw new IllegalStateException("no phrases in " + language);
        }
        return phrases;
    }

    String say(String name) {
        String phrase = phrases.getProperty(name);
        if (phrase == null) {
            throw new IllegalArgumentException("no phrase " + name);
        }
        return phrase;
    }

    /** With a value in the place that the phrase keeps for it. Braces in the value are only braces. */
    String say(String name, String place, String value) {
        return say(name).replace("{" + place + "}", value);
    }

    Set<String> names() {
        return phrases.stringPropertyNames();
    }

    private static Map<Language, Phrases> all() {
        Map<Language, Phrases> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Phrases(read("/letters/" + language.tag() + ".properties")));
        }
        return all;
    }

    private static Properties read(String resource) {
        try (InputStream file = Phrases.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new FileNotFoundException(resource);
            }
            Properties phrases = new Properties();
            phrases.load(new InputStreamReader(file, UTF_8));
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
