package org.feedbackloop.intake.page;

import org.feedbackloop.intake.channel.FormBody;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What a visitor's browser sent of a form on one of our pages. */
public final class SentForm {

    private final FormBody body;

    private SentForm(FormBody body) {
        this.body = body;
    }

    /** @throws Refusal if no browser sends such a body */
    public static SentForm parse(byte[] body) {
        return FormBody.parse(body)
                .map(SentForm::new)
                .orElseThrow(() ->
                        new Refusal(Problem.of(Kind.MALFORMED_BODY, "This is not what a browser sends for a form.")));
    }

    /** Empty if there is no such field. */
    public String text(String name) {
        String value = body.first(name);
        return value == null ? "" : value;
    }

    /** Null if there is no such field, or it is no whole number. */
    public @Nullable Integer number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : null;
    }

    @Override
    public String toString() {
        return body.toString();
    }
}
