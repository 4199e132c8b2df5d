package org.feedbackloop.intake.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.form.HostedForm.Field;
import org.feedbackloop.intake.page.Page;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: empty, or as it was sent with what is to be mended.
 *
 * @param notice what is wrong with the message as a whole, if something is
 * @param problems what is wrong with single fields, in the order of the page
 */
public record EntryPage(
        HostedForm form,
        PageLanguage language,
        FormEntry entry,
        @Nullable String notice,
        Map<String, String> problems) implements Page {

    private static final List<String> ORDER = List.of("type", "message", "order", "name", "email", "phone");

    static EntryPage blank(HostedForm form, PageLanguage language, String token) {
        return new EntryPage(form, language, FormEntry.blank(token), null, Map.of());
    }

    /** The same entry again, with each field told that is to be mended. */
    static EntryPage toMend(HostedForm form, PageLanguage language, FormEntry entry, List<FieldProblem> fields) {
        Map<String, String> problems = new LinkedHashMap<>();
        Map<Integer, FieldProblem> ordered = new TreeMap<>();
        fields.forEach(field -> ordered.putIfAbsent(ORDER.indexOf(field.name()), field));
        for (FieldProblem field : ordered.values()) {
            problems.put(field.name(), form.text(language, "problem." + textKey(field.name(), entry)));
        }
        return new EntryPage(form, language, entry, null, problems);
    }

    /** The same entry again, to be sent as it is, or when something has changed. */
    static EntryPage toSendAgain(HostedForm form, PageLanguage language, FormEntry entry, String why) {
        return new EntryPage(form, language, entry, form.text(language, "problem." + why), Map.of());
    }

    /**
     * What is told in place of a problem's own words, which are for developers.
     *
     * @param newToken for a message that goes as another one than before
     */
    static EntryPage refused(
            HostedForm form, PageLanguage language, FormEntry entry, Problem problem, String newToken) {
        return switch (problem.kind()) {
            case INVALID_FEEDBACK -> toMend(form, language, entry, problem.invalidParams());
            case IDEMPOTENCY_KEY_REUSED -> toSendAgain(form, language, entry.withToken(newToken), "changed");
            case TOO_MANY -> toSendAgain(form, language, entry, "busy");
            default -> toSendAgain(form, language, entry, "unavailable");
        };
    }

    @Override
    public String brand() {
        return form.brand();
    }

    @Override
    public List<PageLanguage> languages() {
        return form.languages();
    }

    @Override
    public String text(String key) {
        return form.text(language, key);
    }

    public boolean hasProblems() {
        return notice != null || !problems.isEmpty();
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public boolean shows(String field) {
        return form.shows(named(field));
    }

    public boolean requires(String field) {
        return form.requires(named(field));
    }

    /** Whether there is a field by which an answer could reach the visitor. */
    public boolean asksWho() {
        return form.shows(Field.NAME) || form.shows(Field.EMAIL) || form.shows(Field.PHONE);
    }

    /** What a message can be about, each as it is sent with its name for the visitor. */
    public Map<String, String> types() {
        return types(form, language);
    }

    public static Map<String, String> types(HostedForm form, PageLanguage language) {
        Map<String, String> types = new LinkedHashMap<>();
        for (FeedbackType type : FeedbackType.values()) {
            types.put(type.wireName(), form.text(language, "type." + type.wireName()));
        }
        return types;
    }

    private static Field named(String field) {
        return Field.valueOf(field.toUpperCase(Locale.ROOT));
    }

    private static String textKey(String field, FormEntry entry) {
        if (field.equals("message")) {
            return entry.message().isBlank() ? "message.empty" : "message.long";
        }
        return entry.typed(named(field)).isBlank() ? field + ".empty" : field;
    }
}
