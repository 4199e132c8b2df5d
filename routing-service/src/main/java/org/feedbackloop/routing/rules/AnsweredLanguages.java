package org.feedbackloop.routing.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.feedbackloop.routing.language.Language;

/** The languages that a document says we answer in. */
final class AnsweredLanguages {

    private final Set<Language> languages = new HashSet<>();

    void add(Language language) {
        languages.add(language);
    }

    boolean has(Language language) {
        return languages.contains(language);
    }

    Language named(String code, Place place) {
        Language language = place.whole(() -> new Language(code));
        if (languages.isEmpty()) {
            throw RulesRefused.alreadyTold();
        }
        if (!languages.contains(language)) {
            throw place.refused(code + " is none of the languages");
        }
        return language;
    }

    /** Lists of phrases by language, together. */
    <T> List<T> phrases(Place byLanguage, BiFunction<Language, String, T> read) {
        List<T> all = new ArrayList<>();
        byLanguage.eachEntry((code, list) -> {
            Language language = named(code, list);
            return all.addAll(Texts.phrases(list).stream()
                    .map(phrase -> read.apply(language, phrase))
                    .toList());
        });
        return all;
    }
}
