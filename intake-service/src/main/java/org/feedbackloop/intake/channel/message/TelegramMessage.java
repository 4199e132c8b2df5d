package org.feedbackloop.intake.channel.message;

import static org.feedbackloop.intake.channel.ProviderJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.intake.channel.MessageIds;
import org.feedbackloop.intake.draft.Normalisation;
import org.jspecify.annotations.Nullable;

/** The object Message of Telegram's Bot API. */
record TelegramMessage(JsonNode json) {

    /** Where a message has its file, and of what type that is if Telegram does not say. An animation is a document too. */
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "animation", "video/mp4",
            "audio", "audio/mpeg",
            "document", Enclosed.UNKNOWN_TYPE,
            "photo", "image/jpeg",
            "sticker", "image/webp",
            "video", "video/mp4",
            "video_note", "video/mp4",
            "voice", "audio/ogg"));

    /** Telegram counts messages within one chat. */
    @Nullable
    String id() {
        return idInChat(json);
    }

    @Nullable
    String chat() {
        return text(json.path("chat").path("id"));
    }

    boolean isPrivate() {
        return isPrivate(json.path("chat"));
    }

    static boolean isPrivate(JsonNode chat) {
        return "private".equals(text(chat.path("type")));
    }

    /** The id of the message that this one answers, which is in the same chat. */
    @Nullable
    String replyTo() {
        return idInChat(json.path("reply_to_message"));
    }

    Said said() {
        JsonNode contact = json.path("contact");
        if (contact.isObject()) {
            String number = Numbers.international(text(contact.path("phone_number")));
            return Said.of(
                    Said.CONTACT, " ", text(contact.path("first_name")), text(contact.path("last_name")), number);
        }
        JsonNode venue = json.path("venue");
        if (venue.isObject()) {
            return Said.of(Said.LOCATION, ", ", text(venue.path("title")), text(venue.path("address")));
        }
        return json.has("caption")
                ? new Said(Said.CAPTION, text(json.path("caption")))
                : new Said(Said.TEXT, text(json.path("text")));
    }

    /** The sender's phone number, if they shared their own contact and not somebody else's. */
    @Nullable
    String ownNumber() {
        JsonNode contact = json.path("contact");
        String owner = text(contact.path("user_id"));
        boolean isOwn = owner != null && owner.equals(text(json.path("from").path("id")));
        return isOwn ? Numbers.international(text(contact.path("phone_number"))) : null;
    }

    List<Attachment> files(Normalisation normal) {
        for (Entry<String, String> kind : FILES.entrySet()) {
            JsonNode found = json.path(kind.getKey());
            // A photo is there in several sizes, the largest one last.
            JsonNode file = found.isArray() ? found.path(found.size() - 1) : found;
            if (file.isObject()) {
                return Enclosed.file(
                        normal,
                        text(file.path("file_name")),
                        text(file.path("mime_type")),
                        kind.getValue(),
                        file.path("file_size"));
            }
        }
        return List.of();
    }

    /** What stands on the button below this message that was pressed; null if the message is too old to have come along. */
    @Nullable
    String label(@Nullable String data) {
        for (JsonNode row : json.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (data != null && data.equals(text(button.path("callback_data")))) {
                    return text(button.path("text"));
                }
            }
        }
        return null;
    }

    private @Nullable String idInChat(JsonNode message) {
        return MessageIds.of(chat(), text(message.path("message_id")));
    }

    @Override
    public String toString() {
        return "TelegramMessage[]";
    }
}
