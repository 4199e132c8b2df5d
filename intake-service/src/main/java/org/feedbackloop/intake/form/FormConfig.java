package org.feedbackloop.intake.form;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.form.HostedForm.Presence;
import org.feedbackloop.intake.page.PageLanguage;

/** The hosted forms. Each stands at {@code /forms/} and its name: small letters, digits and hyphens. */
@ConfigMapping(prefix = "intake.forms")
interface FormConfig {

    @WithParentName
    Map<String, Form> forms();

    /** One form. */
    interface Form {

        /** Who the visitor speaks to; shown on the page and kept with the feedback. */
        @WithDefault("Feedback Loop")
        String brand();

        /** Language tags; all that there are, if missing. */
        Optional<List<PageLanguage>> languages();

        /** Which fields are shown besides the message. */
        Fields fields();

        /** What every message is (complaint, idea …); of use where the field {@code type} is hidden. */
        Optional<FeedbackType> type();

        /** A path in the product tree that every message is about, for example {@code billing/invoice}. */
        Optional<String> category();

        /** The shop's own name or number of a product that every message is about. */
        Optional<String> product();

        /** Which of the texts that come with us are preferred, for example {@code product-idea}. */
        Optional<String> wording();

        /**
         * Own texts by language tag and name, for example {@code texts.en.title}; the names are those of {@code
         * page/texts_en.properties}. A text must be there in every language of the form, or in none.
         */
        Map<PageLanguage, Map<String, String>> texts();
    }

    /** Each is {@code optional}, {@code required} or {@code hidden}. */
    interface Fields {

        @WithDefault("optional")
        Presence type();

        @WithDefault("optional")
        Presence order();

        @WithDefault("optional")
        Presence name();

        @WithDefault("optional")
        Presence email();

        @WithDefault("optional")
        Presence phone();
    }
}
