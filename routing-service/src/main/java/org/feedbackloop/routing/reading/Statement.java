package org.feedbackloop.routing.reading;

import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, as far as routing reads it: neither who said it nor through which channel.
 *
 * <p>Redacts itself when printed.
 *
 * @param text subject and text together; empty if there is a rating alone
 * @param words the same text, folded
 * @param declaredLanguage a BCP 47 tag; a hint, not a verdict
 * @param consentWord the word that is all of the text, if it is one of those
 * @param customerClass in the sender's own books; a hint
 * @param correctedType what a consultant has said that it is, if one has
 * @param advisedType what a second opinion says that it is, if one was asked for; counts where words decide
 */
public record Statement(
        String text,
        Words words,
        @Nullable String declaredLanguage,
        @Nullable FeedbackType declaredType,
        @Nullable Rating rating,
        About about,
        @Nullable ConsentWord consentWord,
        @Nullable CustomerClass customerClass,
        @Nullable FeedbackType correctedType,
        @Nullable FeedbackType advisedType) {

    public static Statement of(
            @Nullable String subject,
            String body,
            @Nullable String declaredLanguage,
            @Nullable FeedbackType declaredType,
            @Nullable Rating rating,
            About about,
            @Nullable ConsentWord consentWord,
            @Nullable CustomerClass customerClass) {
        String text = subject == null ? body : subject + "\n" + body;
        return new Statement(
                text,
                Words.of(text),
                declaredLanguage,
                declaredType,
                rating,
                about,
                consentWord,
                customerClass,
                null,
                null);
    }

    /** Words of whose circumstances nothing is known. */
    public static Statement ofText(String text) {
        return of(null, text, null, null, null, About.NOTHING, null, null);
    }

    public static Statement of(FeedbackReceived feedback) {
        return of(
                feedback.subject(),
                feedback.text(),
                feedback.language(),
                feedback.declaredType(),
                feedback.rating(),
                feedback.about(),
                feedback.consentWord(),
                feedback.customerClass());
    }

    /** The same, after a consultant has read it. */
    public Statement correctedTo(@Nullable FeedbackType type) {
        return new Statement(
                text,
                words,
                declaredLanguage,
                declaredType,
                rating,
                about,
                consentWord,
                customerClass,
                type,
                advisedType);
    }

    /** The same, after somebody else was asked. */
    public Statement advisedAs(@Nullable FeedbackType type) {
        return new Statement(
                text,
                words,
                declaredLanguage,
                declaredType,
                rating,
                about,
                consentWord,
                customerClass,
                correctedType,
                type);
    }

    public boolean isWordless() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return "Statement[" + text.length() + " characters]";
    }
}
