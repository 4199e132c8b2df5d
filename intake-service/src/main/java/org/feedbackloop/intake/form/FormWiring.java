package org.feedbackloop.intake.form;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.feedbackloop.intake.form.FormConfig.Fields;
import org.feedbackloop.intake.form.FormConfig.Form;
import org.feedbackloop.intake.form.HostedForm.Field;
import org.feedbackloop.intake.page.PageLanguage;

/** Makes the forms that are configured. */
class FormWiring {

    @Produces
    @Singleton
    HostedForms forms(FormConfig config) {
        return new HostedForms(config.forms().entrySet().stream()
                .map(form -> form(form.getKey(), form.getValue()))
                .toList());
    }

    private static HostedForm form(String name, Form form) {
        Fields fields = form.fields();
        return new HostedForm(
                name,
                form.brand(),
                form.languages().orElse(List.of(PageLanguage.values())),
                Map.of(
                        Field.TYPE, fields.type(),
                        Field.ORDER, fields.order(),
                        Field.NAME, fields.name(),
                        Field.EMAIL, fields.email(),
                        Field.PHONE, fields.phone()),
                form.type().orElse(null),
                form.category().orElse(null),
                form.product().orElse(null),
                form.wording().orElse(null),
                form.texts());
    }
}
