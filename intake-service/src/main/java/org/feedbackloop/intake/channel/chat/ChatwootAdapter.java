package org.feedbackloop.intake.channel.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.Chat;
import org.feedbackloop.intake.channel.MessageIds;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * Chats of Chatwoot: each message of a contact is one feedback, all of one chat are one conversation.
 *
 * <p>Chatwoot has signed since 2026, the time of sending with the body. How old that is does not matter here: the same message
 * again changes nothing. An older one signs nothing, so its address must have our secret as its password.
 */
@SelfWiring
public final class ChatwootAdapter implements ProviderAdapter {

    private static final int MOST_FACTS = 20;
    private static final int MOST_FILES = 20;

    private final Normaliser normaliser;

    public ChatwootAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "chat/chatwoot";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return isSigned(request, secret) || Signatures.isBasicPassword(secret, request);
    }

    private static boolean isSigned(RawRequest request, String secret) {
        String timestamp = request.header("X-Chatwoot-Timestamp");
        if (timestamp == null) {
            return false;
        }
        byte[] before = (timestamp + '.').getBytes(UTF_8);
        byte[] signed = new byte[before.length + request.body().length];
        System.arraycopy(before, 0, signed, 0, before.length);
        System.arraycopy(request.body(), 0, signed, before.length, request.body().length);
        return Signatures.equal(
                "sha256=" + Signatures.hmacSha256Hex(secret, signed), request.header("X-Chatwoot-Signature"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), event -> switch (event.path("event")
                .asText()) {
            case "message_created" -> message(event, normaliser.beginUnmended(request.receivedAt()));
            case "conversation_status_changed" ->
                Adapted.nothing(new SetAside(SetAside.STATUS, "A chat was opened, closed or put off."));
            default -> unknown("This is no message.");
        });
    }

    private static Adapted message(JsonNode message, Normalisation normal) {
        if (!isOfContact(message)) {
            return unknown("This message is not from a customer.");
        }
        JsonNode conversation = message.path("conversation");
        JsonNode visit = conversation.path("additional_attributes");
        String conversationId = ProviderJson.text(conversation.path("id"));
        normal.channel(Channel.CHAT)
                .messageId("id", messageId(message, conversationId))
                .conversation("conversation.id", conversationId)
                .text("content", ProviderJson.text(message.path("content")))
                .language("browser_language", ProviderJson.text(visit.path("browser_language")))
                .page("referer", ProviderJson.text(visit.path("referer")))
                .attachments(attachments(message.path("attachments"), normal));
        occurredAt(message.path("created_at"), normal);
        contacts(message.path("sender"), conversation, normal);
        return normal.details(new Chat(List.of(), null, lead(conversation, normal)))
                .outcome("content");
    }

    private static boolean isOfContact(JsonNode message) {
        JsonNode kind = message.path("message_type");
        boolean isIncoming = kind.asText().equals("incoming") || (kind.isInt() && kind.asInt() == 0);
        String sender = message.path("sender").path("type").asText("contact");
        return isIncoming && !message.path("private").asBoolean() && sender.equals("contact");
    }

    /** Ids are counted within one installation; two may share our address. */
    private static @Nullable String messageId(JsonNode message, @Nullable String conversationId) {
        String account = ProviderJson.text(message.path("account").path("id"));
        return MessageIds.of(account == null ? "-" : account, conversationId, ProviderJson.text(message.path("id")));
    }

    /** A text in this kind of event, and seconds since 1970 where the same message stands in others. */
    private static void occurredAt(JsonNode time, Normalisation normal) {
        if (time.isTextual()) {
            normal.occurredAt("created_at", time.asText());
        } else {
            normal.occurredAt(ProviderJson.seconds(time));
        }
    }

    /** The message shows its sender in short; what the chat knows of the same contact is more. */
    private static void contacts(JsonNode sender, JsonNode conversation, Normalisation normal) {
        JsonNode contact = conversation.path("meta").path("sender");
        normal.customerName("sender.name", either(sender, contact, "name"))
                .customerNumber("sender.identifier", either(sender, contact, "identifier"))
                .email("sender.email", either(sender, contact, "email"))
                .phone("sender.phone_number", either(sender, contact, "phone_number"));
        if (conversation.path("channel").asText().equals("Channel::WebWidget")) {
            normal.visitorId(
                    "contact_inbox.source_id",
                    ProviderJson.text(conversation.path("contact_inbox").path("source_id")));
        }
    }

    private static @Nullable String either(JsonNode one, JsonNode other, String field) {
        String value = ProviderJson.text(one.path(field));
        return value == null || value.isBlank() ? ProviderJson.text(other.path(field)) : value;
    }

    /** What was asked before the chat began. */
    private static List<Chat.Fact> lead(JsonNode conversation, Normalisation normal) {
        List<Chat.Fact> facts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> told :
                conversation.path("custom_attributes").properties()) {
            String name = normal.line("lead", told.getKey(), 100);
            String value = normal.line("lead", told.getValue().asText(), 500);
            if (name != null && value != null && facts.size() < MOST_FACTS) {
                facts.add(new Chat.Fact(name, value));
            }
        }
        return facts;
    }

    private static List<Attachment> attachments(JsonNode files, Normalisation normal) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : files) {
            if (attachments.size() < MOST_FILES) {
                JsonNode size = file.path("file_size");
                attachments.add(new Attachment(
                        name(file, normal),
                        contentType(file.path("file_type").asText()),
                        size.canConvertToLong() && size.asLong() >= 0 ? size.asLong() : null));
            }
        }
        return attachments;
    }

    private static @Nullable String name(JsonNode file, Normalisation normal) {
        String address = file.path("data_url").asText();
        String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        return normal.line("data_url", path.substring(path.lastIndexOf('/') + 1), 200);
    }

    /** It tells the kind alone. */
    private static String contentType(String kind) {
        return switch (kind) {
            case "image", "audio", "video" -> kind + "/*";
            default -> "application/octet-stream";
        };
    }

    private static Adapted unknown(String detail) {
        return Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, detail));
    }
}
