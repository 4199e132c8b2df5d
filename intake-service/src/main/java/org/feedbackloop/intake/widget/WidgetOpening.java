package org.feedbackloop.intake.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.feedbackloop.intake.form.EntryPage;
import org.feedbackloop.intake.form.HostedForm;
import org.feedbackloop.intake.page.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * All that the script needs to show itself: which fields, and every word, in the visitor's language.
 *
 * @param token to be sent back with what was typed
 * @param direction {@code ltr} or {@code rtl}
 * @param texts that stand around the forms
 */
record WidgetOpening(String token, String language, String direction, Map<String, String> texts, List<Form> forms) {

    /**
     * @param kind {@code message} or {@code callback}
     * @param name on the tab
     * @param problems what a visitor is told of a field that was refused; {@code <field>.empty} where nothing was typed
     */
    record Form(
            String kind,
            String name,
            String lead,
            String send,
            String thanks,
            List<Field> fields,
            Map<String, String> problems) {}

    /**
     * @param kind {@code text}, {@code email}, {@code tel}, {@code textarea} or {@code select}
     * @param autocomplete as in HTML
     * @param options of a {@code select}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(
            String name,
            String kind,
            String label,
            @Nullable String hint,
            boolean required,
            String autocomplete,
            @Nullable List<Option> options) {}

    /** One of several that a visitor can choose. */
    record Option(String value, String label) {}

    static WidgetOpening of(HostedForm form, PageLanguage language, String token) {
        Words words = new Words(form, language);
        return new WidgetOpening(
                token,
                language.getTag(),
                language.getDirection(),
                words.of(
                        "close", "widget.close",
                        "optional", "optional",
                        "kinds", "widget.kinds",
                        "summary", "problem.summary",
                        "unavailable", "problem.unavailable",
                        "busy", "problem.busy",
                        "changed", "problem.changed",
                        "token", "problem.token",
                        "trap", "website"),
                List.of(words.message(), words.callback()));
    }

    /** Finds the words of one form in one language. */
    private record Words(HostedForm form, PageLanguage language) {

        Map<String, String> of(String... namesAndKeys) {
            Map<String, String> found = new LinkedHashMap<>();
            for (int i = 0; i < namesAndKeys.length; i += 2) {
                found.put(namesAndKeys[i], text(namesAndKeys[i + 1]));
            }
            return found;
        }

        Form message() {
            List<Field> fields = new ArrayList<>();
            if (form.shows(HostedForm.Field.TYPE)) {
                fields.add(select("type", text("type"), form.requires(HostedForm.Field.TYPE), types()));
            }
            fields.add(new Field("message", "textarea", text("message"), text("message.hint"), true, "off", null));
            add(fields, HostedForm.Field.ORDER, "text", "off");
            add(fields, HostedForm.Field.NAME, "text", "name");
            add(fields, HostedForm.Field.EMAIL, "email", "email");
            add(fields, HostedForm.Field.PHONE, "tel", "tel");
            return new Form(
                    WidgetEntry.MESSAGE,
                    text("title"),
                    text("lead"),
                    text("send"),
                    text("thanks.title"),
                    fields,
                    problems());
        }

        Form callback() {
            List<Option> times = List.of(
                    new Option("", text("widget.when.soon")),
                    new Option("morning", text("widget.when.morning")),
                    new Option("afternoon", text("widget.when.afternoon")));
            return new Form(
                    WidgetEntry.CALLBACK,
                    text("widget.callback"),
                    text("widget.callback.lead"),
                    text("widget.callback.send"),
                    text("widget.callback.thanks"),
                    List.of(
                            new Field("phone", "tel", text("phone"), text("phone.hint"), true, "tel", null),
                            new Field("name", "text", text("name"), null, false, "name", null),
                            select("when", text("widget.when"), true, times),
                            new Field("message", "textarea", text("widget.about"), null, false, "off", null)),
                    problems());
        }

        private void add(List<Field> fields, HostedForm.Field field, String kind, String autocomplete) {
            if (form.shows(field)) {
                String name = field.wireName();
                fields.add(new Field(name, kind, text(name), null, form.requires(field), autocomplete, null));
            }
        }

        private List<Option> types() {
            List<Option> types = new ArrayList<>();
            types.add(new Option("", text("type.none")));
            for (Entry<String, String> type : EntryPage.types(form, language).entrySet()) {
                types.add(new Option(type.getKey(), type.getValue()));
            }
            return types;
        }

        private Map<String, String> problems() {
            Map<String, String> problems =
                    of("message.empty", "problem.message.empty", "message", "problem.message.long");
            for (HostedForm.Field field : HostedForm.Field.values()) {
                String name = field.wireName();
                problems.putAll(of(name, "problem." + name, name + ".empty", "problem." + name + ".empty"));
            }
            return problems;
        }

        private static Field select(String name, String label, boolean required, List<Option> options) {
            return new Field(name, "select", label, null, required, "off", options);
        }

        private String text(String key) {
            return form.text(language, key);
        }
    }
}
