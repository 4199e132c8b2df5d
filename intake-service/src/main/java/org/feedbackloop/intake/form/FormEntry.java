package org.feedbackloop.intake.form;

import java.time.Instant;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.channel.FormBody;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;

/**
 * What a visitor typed into the contact form; empty where nothing was.
 *
 * @param token made when the page was; names the message, so that a second click or a reload sends nothing more
 */
public record FormEntry(
        String token, String type, String message, String order, String name, String email, String phone) {

    static FormEntry blank() {
        return new FormEntry(newToken(), "", "", "", "", "", "");
    }

    /**
     * @param body in the form that browsers send, {@code application/x-www-form-urlencoded} in UTF-8
     * @throws Refusal if it is not: no browser does that
     */
    static FormEntry parse(byte[] body) {
        FormBody form = FormBody.parse(body)
                .orElseThrow(() ->
                        new Refusal(Problem.of(Kind.MALFORMED_BODY, "This is not what a browser sends for a form.")));
        return new FormEntry(
                typed(form, "token"),
                typed(form, "type"),
                typed(form, "message"),
                typed(form, "order"),
                typed(form, "name"),
                typed(form, "email"),
                typed(form, "phone"));
    }

    FormEntry withNewToken() {
        return new FormEntry(newToken(), type, message, order, name, email, phone);
    }

    boolean hasToken() {
        try {
            EventId.parse(token);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Adapted adapt(Normaliser normaliser, FormLanguage language, Instant receivedAt) {
        return normaliser
                .begin(receivedAt)
                .channel(Channel.WEB_FORM)
                .type("type", type)
                .text("message", message)
                .order("order", order)
                .customerName("name", name)
                .email("email", email)
                .phone("phone", phone)
                .language("language", language.getTag())
                .outcome("message");
    }

    private static String newToken() {
        return EventId.random().toString();
    }

    private static String typed(FormBody form, String field) {
        String value = form.first(field);
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "FormEntry[" + token + ", " + message.length() + " characters]";
    }
}
