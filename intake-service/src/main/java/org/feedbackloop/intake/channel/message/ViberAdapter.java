package org.feedbackloop.intake.channel.message;

import static org.feedbackloop.intake.channel.ProviderJson.millis;
import static org.feedbackloop.intake.channel.ProviderJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;

/** A Viber bot. Its message tokens have more digits than a floating-point number can hold. */
@SelfWiring
public final class ViberAdapter implements ProviderAdapter {

    private static final String PROVIDER = "viber";

    /** Viber tells no media types, but turns pictures and videos into these. */
    private static final Map<String, String> FILES = Map.of(
            "picture", "image/jpeg",
            "video", "video/mp4",
            "file", Enclosed.UNKNOWN_TYPE,
            "sticker", "image/png");

    private final Normaliser normaliser;

    public ViberAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "messenger/viber";
    }

    /** @param secret the authentication token of the bot */
    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(
                Signatures.hmacSha256Hex(secret, request.body()), request.header("X-Viber-Content-Signature"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), callback -> adapt(callback, request.receivedAt()));
    }

    private Adapted adapt(JsonNode callback, Instant receivedAt) {
        String event = text(callback.path("event"));
        return switch (event == null ? "" : event) {
            case "message" -> message(callback, receivedAt);
            case "subscribed" -> subscription(true, callback.path("user"), callback, receivedAt);
            case "unsubscribed" -> subscription(false, callback.path("user"), callback, receivedAt);
            case "delivered", "seen", "failed" -> aside(SetAside.STATUS, "What became of a message.");
            case "conversation_started" ->
                aside(SetAside.UNKNOWN_KIND, "Somebody opened the chat and has said nothing.");
            case "webhook" -> aside(SetAside.UNKNOWN_KIND, "Viber made sure of the address.");
            default -> aside(SetAside.UNKNOWN_KIND, "This kind of event is not read here.");
        };
    }

    private Adapted message(JsonNode callback, Instant receivedAt) {
        JsonNode message = callback.path("message");
        Normalisation normal = begin(callback, callback.path("sender"), receivedAt);
        return said(message)
                .into(normal, PROVIDER, null, null)
                .attachments(files(message, normal))
                .outcome("message.text");
    }

    private Adapted subscription(boolean mayWrite, JsonNode user, JsonNode callback, Instant receivedAt) {
        return Said.subscription(mayWrite)
                .into(begin(callback, user, receivedAt), PROVIDER, null, null)
                .outcome("event");
    }

    private static Said said(JsonNode message) {
        String words = text(message.path("text"));
        String type = type(message);
        if (FILES.containsKey(type)) {
            return new Said(Said.CAPTION, words);
        }
        return switch (type) {
            case "contact" -> {
                JsonNode card = message.path("contact");
                String number = Numbers.international(text(card.path("phone_number")));
                yield Said.of(Said.CONTACT, " ", words, text(card.path("name")), number);
            }
            case "url" -> Said.of(Said.LINK, "\n", words, text(message.path("media")));
            case "location" ->
                Said.of(
                        Said.LOCATION,
                        "\n",
                        words,
                        text(message.path("location").path("address")));
            default -> new Said(Said.TEXT, words);
        };
    }

    private static List<Attachment> files(JsonNode message, Normalisation normal) {
        String known = FILES.get(type(message));
        return known == null
                ? List.of()
                : Enclosed.file(normal, text(message.path("file_name")), null, known, message.path("size"));
    }

    private Normalisation begin(JsonNode callback, JsonNode who, Instant receivedAt) {
        // Who leaves is named by an id alone.
        String inside = text(who.path("id"));
        String user = inside == null ? text(callback.path("user_id")) : inside;
        return normaliser
                .beginUnmended(receivedAt)
                .channel(Channel.MESSENGER)
                .messageId("message_token", MessageIds.of(text(callback.path("message_token"))))
                .occurredAt(millis(callback.path("timestamp")))
                .messenger("sender.id", user == null ? null : PROVIDER + ':' + user)
                .customerName("sender.name", text(who.path("name")))
                .language("sender.language", text(who.path("language")))
                .conversation("sender.id", user);
    }

    private static String type(JsonNode message) {
        String type = text(message.path("type"));
        return type == null ? "" : type;
    }

    private static Adapted aside(String reason, String detail) {
        return Adapted.nothing(new SetAside(reason, detail));
    }
}
