package org.feedbackloop.intake.page;

import java.util.List;

/**
 * Tells a visitor one thing, where there is nothing to fill in.
 *
 * @param key of the texts: {@code <key>.title} and {@code <key>.lead}
 */
public record NoticePage(PageLanguage language, String brand, List<PageLanguage> languages, String key)
        implements Page {

    public String title() {
        return text(key + ".title");
    }

    public String lead() {
        return text(key + ".lead");
    }
}
