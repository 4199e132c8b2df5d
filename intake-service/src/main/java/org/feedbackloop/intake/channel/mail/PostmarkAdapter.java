package org.feedbackloop.intake.channel.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.channel.mail.MailHeaders.Header;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * Mails that Postmark's inbound stream forwards. Postmark signs nothing; the secret is the password in the address that it is
 * given.
 */
@SelfWiring
public final class PostmarkAdapter implements ProviderAdapter {

    private final MailReader reader;

    public PostmarkAdapter(Normaliser normaliser) {
        this.reader = new MailReader(normaliser);
    }

    @Override
    public String address() {
        return "email/postmark";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.isBasicPassword(secret, request);
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), said -> adapt(said, request));
    }

    private Adapted adapt(JsonNode said, RawRequest request) {
        // Other hooks of Postmark's name what they tell of: Delivery, Bounce, Open and so on.
        if (said.has("RecordType") && !said.path("RecordType").asText().equals("Inbound")) {
            return Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "It is no inbound mail."));
        }
        ProvidedMail mail = new ProvidedMail(
                new MailHeaders(headers(said)),
                text(said, "TextBody"),
                text(said, "HtmlBody"),
                attachments(said.path("Attachments")));
        return reader.read(mail.mail(), nameless(said, mail), request.receivedAt());
    }

    /** Postmark gives every mail an id of its own, which is not the mail's. */
    private static String nameless(JsonNode said, ProvidedMail mail) {
        String id = text(said, "MessageID");
        return id == null || id.isBlank() || id.length() > 100 ? mail.nameless() : "postmark:" + id;
    }

    private static List<Header> headers(JsonNode said) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : said.path("Headers")) {
            String name = text(header, "Name");
            String value = text(header, "Value");
            if (name != null && value != null) {
                headers.add(Header.of(name, value));
            }
        }
        String from = text(said.path("FromFull"), "Email");
        if (from != null) {
            String name = text(said.path("FromFull"), "Name");
            headers.add(Header.of("from", '"' + (name == null ? "" : quotable(name)) + "\" <" + from + '>'));
        }
        add(headers, "from", text(said, "From"));
        add(headers, "reply-to", text(said, "ReplyTo"));
        add(headers, "to", text(said, "To"));
        add(headers, "subject", text(said, "Subject"));
        add(headers, "date", text(said, "Date"));
        return headers;
    }

    private static String quotable(String name) {
        return name.replace("\\", "").replace("\"", "");
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            headers.add(Header.of(name, value));
        }
    }

    private static List<Attachment> attachments(JsonNode files) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : files) {
            String type = text(file, "ContentType");
            JsonNode length = file.path("ContentLength");
            attachments.add(new Attachment(
                    text(file, "Name"),
                    type == null ? "application/octet-stream" : type,
                    length.canConvertToLong() && length.asLong() >= 0 ? length.asLong() : null));
        }
        return attachments;
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() ? value.asText() : null;
    }
}
