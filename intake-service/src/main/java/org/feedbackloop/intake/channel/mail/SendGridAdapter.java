package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
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
 * Mails that SendGrid's Inbound Parse forwards, taken apart or as they travelled ({@code email}). SendGrid signs nothing; the
 * secret is the password in the address that it is given.
 */
@SelfWiring
public final class SendGridAdapter implements ProviderAdapter {

    private final MailReader reader;

    public SendGridAdapter(Normaliser normaliser) {
        this.reader = new MailReader(normaliser);
    }

    @Override
    public String address() {
        return "email/sendgrid";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.isBasicPassword(secret, request);
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return MailForm.parse(request)
                .map(form -> adapt(form, request))
                .orElseGet(() -> new Adapted.Rejected(Problem.malformedBody("A form is expected.")));
    }

    private Adapted adapt(MailForm form, RawRequest request) {
        byte[] mime = form.fields().get("email");
        if (mime != null) {
            return reader.read(MailParser.parse(mime), "sha256:" + Signatures.sha256Hex(mime), request.receivedAt());
        }
        // Fields stay in the charset that the mail had, and one of them tells which.
        JsonNode charsets = FieldJson.of(form.text("charsets")).orElse(MissingNode.getInstance());
        ProvidedMail mail = new ProvidedMail(
                headers(form, charsets), text(form, charsets, "text"), text(form, charsets, "html"), form.files());
        return reader.read(mail.mail(), mail.nameless(), request.receivedAt());
    }

    /** As they travelled, in one field; the most needful stand beside it. */
    private static MailHeaders headers(MailForm form, JsonNode charsets) {
        List<Header> headers = new ArrayList<>();
        String block = form.text("headers");
        if (block != null) {
            headers.addAll(MailParser.headers((block.stripTrailing() + "\r\n\r\n").getBytes(UTF_8))
                    .all());
        }
        for (String name : List.of("from", "to", "subject")) {
            String value = text(form, charsets, name);
            if (value != null) {
                headers.add(Header.of(name, value));
            }
        }
        return new MailHeaders(headers);
    }

    private static @Nullable String text(MailForm form, JsonNode charsets, String name) {
        return form.text(name, charsets.path(name).asText("utf-8"));
    }
}
