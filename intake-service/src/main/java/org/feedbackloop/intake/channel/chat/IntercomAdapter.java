package org.feedbackloop.intake.channel.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.channel.MessageIds;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * Chats of Intercom: each thing that a user or lead says is one feedback, all of one chat are one conversation.
 *
 * <p>Two shapes are about. What began the chat is {@code source} in newer versions of its API and {@code conversation_message}
 * in older ones; who said it stands in {@code contacts} or in {@code user}.
 */
@SelfWiring
public final class IntercomAdapter implements ProviderAdapter {

    private static final int MOST_FILES = 20;
    private static final Set<String> CUSTOMERS = Set.of("user", "lead", "contact");

    private final Normaliser normaliser;

    public IntercomAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "chat/intercom";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(
                "sha1=" + Signatures.hmacSha1Hex(secret, request.body()), request.header("X-Hub-Signature"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), notification -> {
            JsonNode chat = notification.path("data").path("item");
            return switch (notification.path("topic").asText()) {
                case "conversation.user.created" -> said(List.of(beginning(chat)), chat, request);
                case "conversation.user.replied" -> said(parts(chat), chat, request);
                default -> unknown("This is no message of a customer.");
            };
        });
    }

    private static JsonNode beginning(JsonNode chat) {
        JsonNode source = chat.path("source");
        return source.isObject() ? source : chat.path("conversation_message");
    }

    private static List<JsonNode> parts(JsonNode chat) {
        List<JsonNode> parts = new ArrayList<>();
        chat.path("conversation_parts").path("conversation_parts").forEach(parts::add);
        return parts;
    }

    /** Most often one; each part is taken for itself. */
    private Adapted said(List<JsonNode> parts, JsonNode chat, RawRequest request) {
        List<Draft> drafts = new ArrayList<>();
        List<SetAside> aside = new ArrayList<>();
        for (JsonNode part : parts) {
            message(part, chat, normaliser.beginUnmended(request.receivedAt()))
                    .fold(
                            normalised -> drafts.addAll(normalised.drafts()) | aside.addAll(normalised.setAside()),
                            problem -> aside.add(new SetAside(SetAside.EMPTY, problem.detail())));
        }
        return drafts.isEmpty() && aside.isEmpty()
                ? unknown("There is no part in it.")
                : new Adapted.Normalised(drafts, aside);
    }

    private static Adapted message(JsonNode part, JsonNode chat, Normalisation normal) {
        JsonNode author = part.path("author");
        if (!CUSTOMERS.contains(author.path("type").asText())) {
            return unknown("This part is not from a customer.");
        }
        String chatId = ProviderJson.text(chat.path("id"));
        JsonNode time = part.path("created_at");
        normal.channel(Channel.CHAT)
                .messageId("id", MessageIds.of(chatId, ProviderJson.text(part.path("id"))))
                .conversation("conversation.id", chatId)
                .occurredAt(ProviderJson.seconds(time.isMissingNode() ? chat.path("created_at") : time))
                .subject("subject", text(part.path("subject")))
                .text("body", text(part.path("body")))
                .page("url", page(part, chat))
                .attachments(attachments(part.path("attachments"), normal));
        contacts(author, person(author, chat), normal);
        return normal.outcome("body");
    }

    private static @Nullable String text(JsonNode html) {
        return html.isTextual() ? ChatHtml.text(html.asText()) : null;
    }

    private static @Nullable String page(JsonNode part, JsonNode chat) {
        String url = ProviderJson.text(part.path("url"));
        return url == null ? ProviderJson.text(chat.path("source").path("url")) : url;
    }

    /** What the chat knows of the author; nothing if the author is none of those whom it knows. */
    private static JsonNode person(JsonNode author, JsonNode chat) {
        String id = author.path("id").asText();
        for (JsonNode contact : chat.path("contacts").path("contacts")) {
            if (contact.path("id").asText().equals(id)) {
                return contact;
            }
        }
        JsonNode user = chat.path("user");
        return user.path("id").asText().equals(id) ? user : chat.path("nobody");
    }

    /** A user's number is the shop's own. That of a lead was made up by Intercom: it stands for a browser. */
    private static void contacts(JsonNode author, JsonNode person, Normalisation normal) {
        String number = either(person.path("external_id"), person.path("user_id"));
        boolean isLead = author.path("type").asText().equals("lead")
                || person.path("type").asText().equals("lead");
        if (!isLead) {
            normal.customerNumber("user_id", number);
        }
        normal.customerName("name", either(author.path("name"), person.path("name")))
                .email("email", either(author.path("email"), person.path("email")))
                .phone("phone", ProviderJson.text(person.path("phone")))
                .visitorId("id", ProviderJson.text(author.path("id")));
    }

    private static @Nullable String either(JsonNode one, JsonNode other) {
        String value = ProviderJson.text(one);
        return value == null || value.isBlank() ? ProviderJson.text(other) : value;
    }

    private static List<Attachment> attachments(JsonNode files, Normalisation normal) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : files) {
            if (attachments.size() < MOST_FILES) {
                String type = normal.line("content_type", ProviderJson.text(file.path("content_type")), 100);
                JsonNode size = file.path("filesize");
                attachments.add(new Attachment(
                        normal.line("name", ProviderJson.text(file.path("name")), 200),
                        type == null ? "application/octet-stream" : type,
                        size.canConvertToLong() && size.asLong() >= 0 ? size.asLong() : null));
            }
        }
        return attachments;
    }

    private static Adapted unknown(String detail) {
        return Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, detail));
    }
}
