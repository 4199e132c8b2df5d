package org.feedbackloop.intake.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What a browser sends for a form, {@code application/x-www-form-urlencoded} in UTF-8. */
public final class FormBody {

    private final Map<String, String> fields;

    private FormBody(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws Refusal if no browser sends such a body */
    public static FormBody parse(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String pair : new String(body, UTF_8).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.of(Kind.MALFORMED_BODY, "This is not what a browser sends for a form."));
        }
        return new FormBody(fields);
    }

    /** Empty if there is no such field. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Null if there is no such field, or it is no whole number. */
    public @Nullable Integer number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    @Override
    public String toString() {
        return "FormBody" + fields.keySet();
    }
}
