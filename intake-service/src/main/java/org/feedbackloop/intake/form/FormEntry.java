package org.feedbackloop.intake.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.form.HostedForm.Field;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.page.SentForm;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Refusal;

/**
 * What a visitor typed into a form; empty where nothing was.
 *
 * @param token made when the page was; names the message, so that a second click or a reload sends nothing more
 * @param page the address of somebody's page that the form stood on; empty on our own
 * @param trap a field that no person sees: whatever fills it in is a machine
 */
public record FormEntry(
        String token,
        String type,
        String message,
        String order,
        String name,
        String email,
        String phone,
        String page,
        String trap) {

    static FormEntry blank(String token) {
        return new FormEntry(token, "", "", "", "", "", "", "", "");
    }

    /**
     * @param body in the form that browsers send, {@code application/x-www-form-urlencoded} in UTF-8
     * @throws Refusal if it is not: no browser does that
     */
    static FormEntry parse(byte[] body) {
        SentForm fields = SentForm.parse(body);
        return new FormEntry(
                fields.text("token"),
                fields.text("type"),
                fields.text("message"),
                fields.text("order"),
                fields.text("name"),
                fields.text("email"),
                fields.text("phone"),
                "",
                fields.text("website"));
    }

    FormEntry withToken(String newToken) {
        return new FormEntry(newToken, type, message, order, name, email, phone, page, trap);
    }

    boolean isTrapped() {
        return !trap.isBlank();
    }

    String typed(Field field) {
        return switch (field) {
            case TYPE -> type;
            case ORDER -> order;
            case NAME -> name;
            case EMAIL -> email;
            case PHONE -> phone;
        };
    }

    /** What it comes to as feedback; told by field if it cannot. */
    public Adapted adapt(Normaliser normaliser, HostedForm form, PageLanguage language, Instant receivedAt) {
        String fixedType = form.type() == null ? "" : form.type().wireName();
        Adapted adapted = normaliser
                .begin(receivedAt)
                .channel(Channel.WEB_FORM)
                .type("type", form.shows(Field.TYPE) && !type.isBlank() ? type : fixedType)
                .text("message", message)
                .order("order", shown(form, Field.ORDER))
                .customerName("name", shown(form, Field.NAME))
                .email("email", shown(form, Field.EMAIL))
                .phone("phone", shown(form, Field.PHONE))
                .language("language", language.getTag())
                .category("category", form.category())
                .product("product", form.product())
                .page("page", page)
                .outcome("message");
        List<Field> missing = form.missing(this);
        return missing.isEmpty() ? adapted : rejected(adapted, missing);
    }

    private String shown(HostedForm form, Field field) {
        return form.shows(field) ? typed(field) : "";
    }

    private static Adapted rejected(Adapted adapted, List<Field> missing) {
        List<FieldProblem> problems = new ArrayList<>(adapted.fold(all -> List.of(), Problem::invalidParams));
        missing.forEach(field -> problems.add(new FieldProblem(field.wireName(), "must not be empty")));
        return new Adapted.Rejected(Problem.invalidFeedback(problems));
    }

    @Override
    public String toString() {
        return "FormEntry[" + message.length() + " characters]";
    }
}
