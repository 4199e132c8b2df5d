package org.feedbackloop.intake.form;

import org.feedbackloop.event.FeedbackId;

/** Shown when a message is kept; can be reloaded and bookmarked. */
public record ThanksPage(FormLanguage language, String brand, FeedbackId reference) implements FormPage {

    @Override
    public String query() {
        return "ref=" + reference + '&';
    }
}
