package org.feedbackloop.intake.kiosk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.page.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * One screen in a shop, as it was configured.
 *
 * @param name stands in its address; tells it from all others of all shops
 * @param terminal its name or number in the shop
 * @param scale smileys or stars
 * @param languages that it speaks; it goes back to the first of them when nobody is there
 * @param question in every language, or in none: then it asks how the visit was
 * @param idle how long nobody may touch it before it starts anew
 */
public record Terminal(
        String name,
        String shop,
        String terminal,
        String brand,
        RatingScale scale,
        List<PageLanguage> languages,
        Map<PageLanguage, String> question,
        @Nullable String category,
        Duration idle) {

    public Terminal {
        languages = List.copyOf(languages);
        question = Map.copyOf(question);
        if (!name.matches("[a-z0-9][a-z0-9-]*") || shop.isBlank() || brand.isBlank() || languages.isEmpty()) {
            throw new IllegalArgumentException(
                    "a terminal needs a name of small letters, digits and hyphens, a shop, a brand and a language: "
                            + name);
        }
        if (scale != RatingScale.SMILEY && scale != RatingScale.STARS) {
            throw new IllegalArgumentException("a terminal asks for smileys or stars: " + name);
        }
        if (!question.isEmpty() && !question.keySet().containsAll(languages)) {
            throw new IllegalArgumentException("the question of a terminal is missing in a language: " + name);
        }
        if (idle.compareTo(Duration.ofSeconds(3)) < 0) {
            throw new IllegalArgumentException("nobody answers a terminal in so short a time: " + name);
        }
    }

    String question(PageLanguage language) {
        return question.getOrDefault(language, language.text("kiosk.question"));
    }

    public PageLanguage home() {
        return languages.get(0);
    }

    /** Shop and terminal together. */
    String location() {
        return shop + '/' + terminal;
    }
}
