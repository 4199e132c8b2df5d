package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.channel.mail.MailHeaders.Header;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Mails that a Mailgun route forwards, taken apart or as they travelled ({@code body-mime}).
 *
 * <p>Mailgun signs a time and a token, and nothing of the mail; both stand in the body. How old the time may be is not
 * looked at: Mailgun delivers again for eight hours what we could not keep, and a mail that was held up must not be lost. Who
 * could read a request, and so replay its signature, would have to have broken TLS.
 */
@SelfWiring
public final class MailgunAdapter implements ProviderAdapter {

    private final MailReader reader;

    public MailgunAdapter(Normaliser normaliser) {
        this.reader = new MailReader(normaliser);
    }

    @Override
    public String address() {
        return "email/mailgun";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return MailForm.parse(request).map(form -> isSigned(form, secret)).orElse(false);
    }

    private static boolean isSigned(MailForm form, String secret) {
        String timestamp = form.text("timestamp");
        String token = form.text("token");
        return timestamp != null
                && token != null
                && Signatures.equal(
                        Signatures.hmacSha256Hex(secret, (timestamp + token).getBytes(UTF_8)), form.text("signature"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return MailForm.parse(request)
                .map(form -> adapt(form, request))
                .orElseGet(() -> new Adapted.Rejected(Problem.malformedBody("A form is expected.")));
    }

    private Adapted adapt(MailForm form, RawRequest request) {
        byte[] mime = form.fields().get("body-mime");
        if (mime != null) {
            return reader.read(MailParser.parse(mime), "sha256:" + Signatures.sha256Hex(mime), request.receivedAt());
        }
        ProvidedMail mail = new ProvidedMail(
                new MailHeaders(headers(form)), form.text("body-plain"), form.text("body-html"), form.files());
        return reader.read(mail.mail(), mail.nameless(), request.receivedAt());
    }

    /** A list of names and values; the most needful stand beside it as fields too. */
    private static List<Header> headers(MailForm form) {
        List<Header> headers = new ArrayList<>();
        Optional<JsonNode> list = FieldJson.of(form.text("message-headers"));
        list.ifPresent(all -> all.forEach(pair -> {
            if (pair.path(0).isTextual() && pair.path(1).isTextual()) {
                headers.add(Header.of(pair.path(0).asText(), pair.path(1).asText()));
            }
        }));
        add(headers, "from", form.text("from"));
        add(headers, "from", form.text("sender"));
        add(headers, "subject", form.text("subject"));
        add(headers, "message-id", form.text("Message-Id"));
        add(headers, "to", form.text("recipient"));
        return headers;
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(Header.of(name, value));
        }
    }
}
