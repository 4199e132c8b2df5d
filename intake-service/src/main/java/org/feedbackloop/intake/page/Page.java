package org.feedbackloop.intake.page;

import java.util.List;

/** What every page shows around its own content. */
public interface Page {

    PageLanguage language();

    /** As the visitor knows us. */
    String brand();

    /** What of the address stays when the visitor changes the language; ends with {@code &} where it is not empty. */
    default String query() {
        return "";
    }

    /** What the visitor may choose from. */
    default List<PageLanguage> languages() {
        return List.of(PageLanguage.values());
    }

    default String text(String key) {
        return language().text(key);
    }
}
