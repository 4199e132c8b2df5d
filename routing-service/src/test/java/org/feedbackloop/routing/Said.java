package org.feedbackloop.routing;

import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.routing.reading.Statement;

/** Statements for tests: {@code said("It broke").in("en").rated(STARS, 1).statement()}. */
public record Said(
        String text, String language, FeedbackType type, Rating rating, About about, ConsentWord consentWord) {

    public static Said said(String text) {
        return new Said(text, null, null, null, About.NOTHING, null);
    }

    public static Said nothing() {
        return said("");
    }

    public Said in(String declaredLanguage) {
        return new Said(text, declaredLanguage, type, rating, about, consentWord);
    }

    public Said declaredAs(FeedbackType declaredType) {
        return new Said(text, language, declaredType, rating, about, consentWord);
    }

    public Said rated(RatingScale scale, int score) {
        return new Said(text, language, type, new Rating(scale, score), about, consentWord);
    }

    public Said aboutCategory(String category) {
        return new Said(text, language, type, rating, new About(category, null, null, null, null), consentWord);
    }

    public Said aboutProduct(String product) {
        return new Said(text, language, type, rating, new About(null, product, null, null, null), consentWord);
    }

    public Said onPage(String page) {
        return new Said(text, language, type, rating, new About(null, null, null, page, null), consentWord);
    }

    /** Said by SMS, where carriers give the word a meaning. */
    public Said meaning(ConsentWord word) {
        return new Said(text, language, type, rating, about, word);
    }

    public Statement statement() {
        return Statement.of(null, text, language, type, rating, about, consentWord);
    }
}
