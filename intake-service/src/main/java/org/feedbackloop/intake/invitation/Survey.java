package org.feedbackloop.intake.invitation;

import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.page.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A question that customers are sent, as it was configured.
 *
 * @param kind NPS, CSAT or stars
 * @param question in every language, or in none: then it is the usual one of its kind
 */
public record Survey(
        String name,
        RatingScale kind,
        String brand,
        List<PageLanguage> languages,
        Map<PageLanguage, String> question,
        @Nullable String category) {

    public Survey {
        languages = List.copyOf(languages);
        question = Map.copyOf(question);
        if (!name.matches("[a-z0-9][a-z0-9-]*") || brand.isBlank() || languages.isEmpty()) {
            throw new IllegalArgumentException(
                    "a survey needs a name of small letters, digits and hyphens, a brand and a language: " + name);
        }
        if (kind == RatingScale.SMILEY) {
            throw new IllegalArgumentException("a survey asks for nps, csat or stars: " + name);
        }
        if (!question.isEmpty() && !question.keySet().containsAll(languages)) {
            throw new IllegalArgumentException("the question of a survey is missing in a language: " + name);
        }
    }

    String question(PageLanguage language) {
        return question.getOrDefault(language, language.text("survey.question." + kind.wireName()));
    }

    int lowest() {
        return kind == RatingScale.NPS ? 0 : 1;
    }

    int highest() {
        return kind == RatingScale.NPS ? 10 : 5;
    }

    boolean hasScore(int score) {
        return score >= lowest() && score <= highest();
    }
}
