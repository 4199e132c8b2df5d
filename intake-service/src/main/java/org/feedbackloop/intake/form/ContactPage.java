package org.feedbackloop.intake.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The contact form as it is shown: empty, or as it was sent with what is to be mended.
 *
 * @param notice what is wrong with the message as a whole, if something is
 * @param problems what is wrong with single fields, in the order of the page
 */
public record ContactPage(
        FormLanguage language,
        String brand,
        FormEntry entry,
        @Nullable String notice,
        Map<String, String> problems) implements FormPage {

    static ContactPage blank(FormLanguage language, String brand) {
        return new ContactPage(language, brand, FormEntry.blank(), null, Map.of());
    }

    /** The same entry again, with each field told that is to be mended. */
    static ContactPage toMend(FormLanguage language, String brand, FormEntry entry, List<FieldProblem> fields) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (FieldProblem field : fields) {
            problems.putIfAbsent(field.name(), language.text("problem." + textKey(field.name(), entry)));
        }
        return new ContactPage(language, brand, entry, null, problems);
    }

    /** The same entry again, to be sent as it is, or when something has changed. */
    static ContactPage toSendAgain(FormLanguage language, String brand, FormEntry entry, String why) {
        return new ContactPage(language, brand, entry, language.text("problem." + why), Map.of());
    }

    /** What is told in place of a problem's own words, which are for developers. */
    static ContactPage refused(FormLanguage language, String brand, FormEntry entry, Problem problem) {
        return switch (problem.kind()) {
            case INVALID_FEEDBACK -> toMend(language, brand, entry, problem.invalidParams());
            case IDEMPOTENCY_KEY_REUSED -> toSendAgain(language, brand, entry.withNewToken(), "changed");
            default -> toSendAgain(language, brand, entry, "unavailable");
        };
    }

    @Override
    public String query() {
        return "";
    }

    public boolean hasProblems() {
        return notice != null || !problems.isEmpty();
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    /** What a message can be about, each as it is sent with its name for the visitor. */
    public Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        for (FeedbackType type : FeedbackType.values()) {
            types.put(type.wireName(), text("type." + type.wireName()));
        }
        return types;
    }

    private static String textKey(String field, FormEntry entry) {
        if (!field.equals("message")) {
            return field;
        }
        return entry.message().isBlank() ? "message.empty" : "message.long";
    }
}
