package org.feedbackloop.routing;

import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.routing.reading.Statement;

/** Statements for tests: {@code said("It broke").in("en").rated(STARS, 1).statement()}. */
public record Said(String text, String language, FeedbackType type, Rating rating, About about) {

    public static Said said(String text) {
        return new Said(text, null, null, null, About.NOTHING);
    }

    public static Said nothing() {
        return said("");
    }

    public Said in(String declaredLanguage) {
        return new Said(text, declaredLanguage, type, rating, about);
    }

    public Said declaredAs(FeedbackType declaredType) {
        return new Said(text, language, declaredType, rating, about);
    }

    public Said rated(RatingScale scale, int score) {
        return new Said(text, language, type, new Rating(scale, score), about);
    }

    public Said aboutCategory(String category) {
        return new Said(text, language, type, rating, new About(category, null, null, null, null));
    }

    public Said aboutProduct(String product) {
        return new Said(text, language, type, rating, new About(null, product, null, null, null));
    }

    public Said onPage(String page) {
        return new Said(text, language, type, rating, new About(null, null, null, page, null));
    }

    public Statement statement() {
        return Statement.of(null, text, language, type, rating, about);
    }
}
