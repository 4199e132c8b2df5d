package org.feedbackloop.intake.channel.message;

import static org.feedbackloop.intake.channel.ProviderJson.seconds;
import static org.feedbackloop.intake.channel.ProviderJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.channel.MessageIds;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.Signatures;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** WhatsApp's Cloud API: many messages and reports of many numbers of ours may come in one body. */
@SelfWiring
public final class WhatsAppAdapter implements ProviderAdapter {

    private static final String PROVIDER = "whatsapp";

    private final Normaliser normaliser;

    public WhatsAppAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "messenger/whatsapp";
    }

    /** @param secret the secret of the app at Meta */
    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(
                "sha256=" + Signatures.hmacSha256Hex(secret, request.body()), request.header("X-Hub-Signature-256"));
    }

    @Override
    public Optional<Reply> greet(RawRequest request, String verifyToken) {
        String challenge = request.query("hub.challenge");
        return "subscribe".equals(request.query("hub.mode"))
                        && Signatures.equal(verifyToken, request.query("hub.verify_token"))
                        && challenge != null
                ? Optional.of(new Reply("text/plain", challenge))
                : Optional.empty();
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), body -> together(parts(body, request.receivedAt())));
    }

    private List<Adapted> parts(JsonNode body, Instant receivedAt) {
        List<Adapted> parts = new ArrayList<>();
        for (JsonNode entry : body.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                value.path("messages").forEach(message -> parts.add(message(message, value, receivedAt)));
                value.path("statuses")
                        .forEach(status -> parts.add(aside(SetAside.STATUS, "What became of a message.")));
                if (!value.has("messages") && !value.has("statuses")) {
                    parts.add(aside(SetAside.UNKNOWN_KIND, "A change of the account, not a message."));
                }
            }
        }
        return parts.isEmpty() ? List.of(aside(SetAside.UNKNOWN_KIND, "There is no change in it.")) : parts;
    }

    private Adapted message(JsonNode json, JsonNode value, Instant receivedAt) {
        if (json.has("group_id")) {
            return aside(SetAside.GROUP, "Said in a group.");
        }
        WhatsAppMessage message = new WhatsAppMessage(json);
        WhatsAppMessage current = message.current();
        Normalisation normal = normaliser.beginUnmended(receivedAt);
        return current.said()
                .map(said -> {
                    String edits = message.isEdit() ? text(json.path("edit").path("original_message_id")) : null;
                    return identified(said.into(normal, PROVIDER, current.replyTo(), edits), json, value)
                            .attachments(current.files(normal))
                            .product(
                                    "referred_product",
                                    text(json.path("context")
                                            .path("referred_product")
                                            .path("product_retailer_id")))
                            .page("referral", text(json.path("referral").path("source_url")))
                            .outcome("text");
                })
                .orElseGet(() -> aside(SetAside.UNKNOWN_KIND, "This kind of message is not read here."));
    }

    /**
     * Who hides their number is known by an id that is the same for all numbers of ours, and begins with their country:
     * {@code US.13491}. Who does not is known by both.
     */
    private static Normalisation identified(Normalisation normal, JsonNode message, JsonNode value) {
        JsonNode sender = sender(message, value.path("contacts"));
        String number = first(text(message.path("from")), text(sender.path("wa_id")));
        String user = first(text(message.path("from_user_id")), text(sender.path("user_id")));
        String handle = first(user, number);
        return normal.channel(Channel.MESSENGER)
                .messageId("id", MessageIds.of(text(message.path("id"))))
                .occurredAt(seconds(message.path("timestamp")))
                .phone("from", Numbers.international(number))
                .messenger("from_user_id", handle == null ? null : PROVIDER + ':' + handle)
                .customerName("profile.name", text(sender.path("profile").path("name")))
                .conversation(
                        "phone_number_id",
                        MessageIds.of(text(value.path("metadata").path("phone_number_id")), handle));
    }

    /** The one of the contacts that wrote this message: to take another's name and id would make one of two customers. */
    private static JsonNode sender(JsonNode message, JsonNode contacts) {
        String number = text(message.path("from"));
        String user = text(message.path("from_user_id"));
        for (JsonNode contact : contacts) {
            boolean isOnlyOne = number == null && user == null && contacts.size() == 1;
            if (isOnlyOne
                    || number != null && number.equals(text(contact.path("wa_id")))
                    || user != null && user.equals(text(contact.path("user_id")))) {
                return contact;
            }
        }
        return contacts.path("none");
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }

    private static Adapted aside(String reason, String detail) {
        return Adapted.nothing(new SetAside(reason, detail));
    }

    /** What is set aside for one and the same reason is so once: each time would keep the whole body again. */
    private static Adapted together(List<Adapted> parts) {
        List<Draft> drafts = new ArrayList<>();
        Set<SetAside> setAside = new LinkedHashSet<>();
        for (Adapted part : parts) {
            drafts.addAll(part.fold(Normalised::drafts, problem -> List.of()));
            setAside.addAll(part.fold(Normalised::setAside, problem -> List.of()));
        }
        return new Normalised(drafts, List.copyOf(setAside));
    }
}
