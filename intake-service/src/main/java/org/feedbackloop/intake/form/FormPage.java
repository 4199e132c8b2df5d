package org.feedbackloop.intake.form;

import java.util.List;

/** What every page shows around its own content. */
public interface FormPage {

    FormLanguage language();

    /** As the visitor knows us. */
    String brand();

    /** What of the address stays when the visitor changes the language; ends with {@code &} where it is not empty. */
    String query();

    default List<FormLanguage> languages() {
        return List.of(FormLanguage.values());
    }

    default String text(String key) {
        return language().text(key);
    }
}
