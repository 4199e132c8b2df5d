package org.feedbackloop.intake.form;

import java.util.List;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.intake.page.Page;
import org.feedbackloop.intake.page.PageLanguage;

/** Shown when a message is kept; can be reloaded and bookmarked. */
public record ThanksPage(HostedForm form, PageLanguage language, FeedbackId reference) implements Page {

    @Override
    public String brand() {
        return form.brand();
    }

    @Override
    public List<PageLanguage> languages() {
        return form.languages();
    }

    @Override
    public String query() {
        return "ref=" + reference + '&';
    }

    @Override
    public String text(String key) {
        return form.text(language, key);
    }
}
