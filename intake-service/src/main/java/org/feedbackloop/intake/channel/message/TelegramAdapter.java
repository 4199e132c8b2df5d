package org.feedbackloop.intake.channel.message;

import static org.feedbackloop.intake.channel.ProviderJson.seconds;
import static org.feedbackloop.intake.channel.ProviderJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/** A Telegram bot: the updates of the Bot API. Telegram does not sign; it shows the secret token that it was given. */
@SelfWiring
public final class TelegramAdapter implements ProviderAdapter {

    private static final String PROVIDER = "telegram";

    private final Normaliser normaliser;

    public TelegramAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "messenger/telegram";
    }

    @Override
    public boolean isAuthentic(RawRequest request, String secret) {
        return Signatures.equal(secret, request.header("X-Telegram-Bot-Api-Secret-Token"));
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return ProviderJson.read(request.body(), update -> adapt(update, request.receivedAt()));
    }

    private Adapted adapt(JsonNode update, Instant receivedAt) {
        if (update.path("message").isObject()) {
            return message(update.path("message"), receivedAt);
        }
        if (update.path("edited_message").isObject()) {
            return edit(update.path("edited_message"), text(update.path("update_id")), receivedAt);
        }
        if (update.path("callback_query").isObject()) {
            return button(update.path("callback_query"), receivedAt);
        }
        if (update.path("my_chat_member").isObject()) {
            return membership(update.path("my_chat_member"), text(update.path("update_id")), receivedAt);
        }
        return update.has("channel_post") || update.has("edited_channel_post")
                ? saidAmongSeveral()
                : ofNoUse("This kind of update is not read here.");
    }

    private Adapted message(JsonNode json, Instant receivedAt) {
        TelegramMessage message = new TelegramMessage(json);
        Normalisation normal = begin(json.path("from"), receivedAt)
                .messageId("message_id", message.id())
                .occurredAt(seconds(json.path("date")));
        return outcome(message, normal, null);
    }

    private Adapted edit(JsonNode json, @Nullable String update, Instant receivedAt) {
        TelegramMessage message = new TelegramMessage(json);
        Normalisation normal = begin(json.path("from"), receivedAt)
                .messageId("update_id", MessageIds.of(message.id(), "edit", update))
                .occurredAt(seconds(json.path("edit_date")));
        return outcome(message, normal, message.id());
    }

    private static Adapted outcome(TelegramMessage message, Normalisation normal, @Nullable String edits) {
        if (!message.isPrivate()) {
            return saidAmongSeveral();
        }
        return message.said()
                .into(normal, PROVIDER, message.replyTo(), edits)
                .conversation("chat.id", message.chat())
                .phone("contact.phone_number", message.ownNumber())
                .attachments(message.files(normal))
                .outcome("text");
    }

    private Adapted button(JsonNode pressed, Instant receivedAt) {
        TelegramMessage message = new TelegramMessage(pressed.path("message"));
        if (message.json().isObject() && !message.isPrivate()) {
            return saidAmongSeveral();
        }
        String data = text(pressed.path("data"));
        String label = message.label(data);
        Normalisation normal = begin(pressed.path("from"), receivedAt)
                .messageId("id", MessageIds.of("callback", text(pressed.path("id"))))
                .conversation("chat.id", message.chat());
        return new Said(Said.BUTTON, label == null ? data : label)
                .into(normal, PROVIDER, message.id(), null)
                .outcome("data");
    }

    /** Who blocks the bot says stop without a word. */
    private Adapted membership(JsonNode change, @Nullable String update, Instant receivedAt) {
        String chat = text(change.path("chat").path("id"));
        String status = text(change.path("new_chat_member").path("status"));
        boolean isBlocked = "kicked".equals(status);
        if (!TelegramMessage.isPrivate(change.path("chat")) || !(isBlocked || "member".equals(status))) {
            return ofNoUse("Somebody joined or left a chat.");
        }
        Normalisation normal = begin(change.path("from"), receivedAt)
                .messageId("update_id", MessageIds.of(chat, "membership", update))
                .occurredAt(seconds(change.path("date")))
                .conversation("chat.id", chat);
        return Said.subscription(!isBlocked).into(normal, PROVIDER, null, null).outcome("status");
    }

    private Normalisation begin(JsonNode from, Instant receivedAt) {
        String user = text(from.path("id"));
        return normaliser
                .beginUnmended(receivedAt)
                .channel(Channel.MESSENGER)
                .messenger("from.id", user == null ? null : PROVIDER + ':' + user)
                .customerName("from", Said.joined(" ", text(from.path("first_name")), text(from.path("last_name"))))
                .language("from.language_code", text(from.path("language_code")));
    }

    private static Adapted saidAmongSeveral() {
        return Adapted.nothing(new SetAside(SetAside.GROUP, "Said in a group or a channel."));
    }

    private static Adapted ofNoUse(String detail) {
        return Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, detail));
    }
}
