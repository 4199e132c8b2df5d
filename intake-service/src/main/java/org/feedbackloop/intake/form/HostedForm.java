package org.feedbackloop.intake.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.page.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * One of our forms, as it was configured. The message itself always has its field.
 *
 * @param languages that it can be read in; at least one
 * @param shown of each field besides the message, whether it is shown and must be filled in
 * @param type what every message of this form is, where the visitor is not asked
 * @param category of the product tree, that every message of this form is about
 * @param wording which of our texts it prefers: those that begin with this word and a dot
 * @param ownTexts which come before all others
 */
public record HostedForm(
        String name,
        String brand,
        List<PageLanguage> languages,
        Map<Field, Presence> shown,
        @Nullable FeedbackType type,
        @Nullable String category,
        @Nullable String product,
        @Nullable String wording,
        Map<PageLanguage, Map<String, String>> ownTexts) {

    /** What may be asked for besides the message; in the order of the page. */
    public enum Field {
        TYPE,
        ORDER,
        NAME,
        EMAIL,
        PHONE;

        /** As browsers send it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a field is there. */
    public enum Presence {
        OPTIONAL,
        REQUIRED,
        HIDDEN
    }

    /** @throws IllegalArgumentException if own texts are missing in one of the languages: better no start than half a page */
    public HostedForm {
        languages = List.copyOf(languages);
        shown = Map.copyOf(shown);
        ownTexts = Map.copyOf(ownTexts);
        if (!name.matches("[a-z0-9][a-z0-9-]*") || brand.isBlank() || languages.isEmpty()) {
            throw new IllegalArgumentException(
                    "a form needs a name of small letters, digits and hyphens, a brand and a language: " + name);
        }
        if (wording != null && !languages.get(0).hasText(wording + ".title")) {
            throw new IllegalArgumentException("the form " + name + " wants texts that there are not: " + wording);
        }
        for (Map<String, String> texts : ownTexts.values()) {
            for (String key : texts.keySet()) {
                requireEverywhere(name, key, languages, ownTexts);
            }
        }
    }

    public Presence shown(Field field) {
        return shown.getOrDefault(field, Presence.OPTIONAL);
    }

    public boolean shows(Field field) {
        return shown(field) != Presence.HIDDEN;
    }

    public boolean requires(Field field) {
        return shown(field) == Presence.REQUIRED;
    }

    /** Our own text of that name, or the form's where it has one. */
    public String text(PageLanguage language, String key) {
        String own = ownTexts.getOrDefault(language, Map.of()).get(key);
        if (own != null) {
            return own;
        }
        String worded = wording + '.' + key;
        return language.text(language.hasText(worded) ? worded : key);
    }

    /** Of the fields that must be filled in, those that are not. */
    List<Field> missing(FormEntry entry) {
        List<Field> missing = new ArrayList<>(0);
        for (Field field : Field.values()) {
            if (requires(field) && entry.typed(field).isBlank()) {
                missing.add(field);
            }
        }
        return missing;
    }

    private static void requireEverywhere(
            String name, String key, List<PageLanguage> languages, Map<PageLanguage, Map<String, String>> texts) {
        for (PageLanguage language : languages) {
            if (!language.hasText(key)) {
                throw new IllegalArgumentException("the form " + name + " has a text that no page shows: " + key);
            }
            if (!texts.getOrDefault(language, Map.of()).containsKey(key)) {
                throw new IllegalArgumentException(
                        "the form " + name + " has no text in " + language.getTag() + " for: " + key);
            }
        }
    }
}
