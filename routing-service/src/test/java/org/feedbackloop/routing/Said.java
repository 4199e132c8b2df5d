package org.feedbackloop.routing;

import java.util.List;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.routing.reading.Statement;

/** Statements for tests: {@code said("It broke").in("en").rated(STARS, 1).statement()}. */
public record Said(
        String text,
        String language,
        FeedbackType type,
        Rating rating,
        About about,
        ConsentWord consentWord,
        CustomerClass customerClass) {

    public static Said said(String text) {
        return new Said(text, null, null, null, About.NOTHING, null, null);
    }

    public static Said nothing() {
        return said("");
    }

    public Said in(String declaredLanguage) {
        return new Said(text, declaredLanguage, type, rating, about, consentWord, customerClass);
    }

    public Said declaredAs(FeedbackType declaredType) {
        return new Said(text, language, declaredType, rating, about, consentWord, customerClass);
    }

    public Said rated(RatingScale scale, int score) {
        return new Said(text, language, type, new Rating(scale, score), about, consentWord, customerClass);
    }

    public Said aboutCategory(String category) {
        return about(new About(category, about.product(), about.order(), about.page(), about.location(), about.skus()));
    }

    public Said aboutProduct(String product) {
        return about(new About(about.category(), product, about.order(), about.page(), about.location(), about.skus()));
    }

    public Said onPage(String page) {
        return about(new About(about.category(), about.product(), about.order(), page, about.location(), about.skus()));
    }

    public Said aboutArticles(String... skus) {
        return about(new About(
                about.category(), about.product(), about.order(), about.page(), about.location(), List.of(skus)));
    }

    public Said aboutAnOrderOf(String... skus) {
        return about(
                new About(about.category(), about.product(), "A-4711", about.page(), about.location(), List.of(skus)));
    }

    /** Said by SMS, where carriers give the word a meaning. */
    public Said meaning(ConsentWord word) {
        return new Said(text, language, type, rating, about, word, customerClass);
    }

    public Said byACustomerOfClass(CustomerClass known) {
        return new Said(text, language, type, rating, about, consentWord, known);
    }

    private Said about(About what) {
        return new Said(text, language, type, rating, what, consentWord, customerClass);
    }

    public Statement statement() {
        return Statement.of(null, text, language, type, rating, about, consentWord, customerClass);
    }
}
