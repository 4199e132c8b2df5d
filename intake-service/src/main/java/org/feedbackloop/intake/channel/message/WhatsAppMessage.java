package org.feedbackloop.intake.channel.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.feedbackloop.intake.channel.ProviderJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.event.v1.Attachment;
import org.feedbackloop.intake.channel.ProviderJson;
import org.feedbackloop.intake.draft.Normalisation;
import org.jspecify.annotations.Nullable;

/** One of the {@code messages} of a WhatsApp webhook: an object that says under {@code type} what else it has. */
record WhatsAppMessage(JsonNode json) {

    private static final Set<String> FILES = Set.of("image", "video", "document", "audio", "voice", "sticker");

    String type() {
        String type = text(json.path("type"));
        return type == null ? "" : type;
    }

    boolean isEdit() {
        return type().equals("edit");
    }

    /** What the message says now, if it is one that was changed. */
    WhatsAppMessage current() {
        return isEdit() ? new WhatsAppMessage(json.path("edit").path("message")) : this;
    }

    /** Empty if this kind of message is of no use. */
    Optional<Said> said() {
        JsonNode body = json.path(type());
        if (!body.isContainerNode()) {
            return Optional.empty();
        }
        if (FILES.contains(type())) {
            return Optional.of(new Said(Said.CAPTION, text(body.path("caption"))));
        }
        return Optional.ofNullable(
                switch (type()) {
                    case "text" -> new Said(Said.TEXT, text(body.path("body")));
                    case "button" -> new Said(Said.BUTTON, text(body.path("text")));
                    case "interactive" -> chosen(body);
                    case "reaction" -> new Said(Said.REACTION, text(body.path("emoji")));
                    case "location" ->
                        Said.of(Said.LOCATION, ", ", text(body.path("name")), text(body.path("address")));
                    case "contacts" -> new Said(Said.CONTACT, cards(body));
                    case "order" -> new Said(Said.ORDER, text(body.path("text")));
                    default -> null;
                });
    }

    /** The id of the message that this one answers. */
    @Nullable
    String replyTo() {
        return type().equals("reaction")
                ? text(json.path("reaction").path("message_id"))
                : text(json.path("context").path("id"));
    }

    List<Attachment> files(Normalisation normal) {
        JsonNode file = json.path(type());
        return FILES.contains(type()) && file.isObject()
                ? Enclosed.file(
                        normal,
                        text(file.path("filename")),
                        text(file.path("mime_type")),
                        Enclosed.UNKNOWN_TYPE,
                        file.path("file_size"))
                : List.of();
    }

    private static @Nullable Said chosen(JsonNode interactive) {
        if (interactive.path("button_reply").isObject()) {
            return new Said(Said.BUTTON, text(interactive.path("button_reply").path("title")));
        }
        if (interactive.path("list_reply").isObject()) {
            return new Said(Said.LIST, text(interactive.path("list_reply").path("title")));
        }
        return interactive.path("nfm_reply").isObject()
                ? new Said(Said.FORM, answers(interactive.path("nfm_reply").path("response_json")))
                : null;
    }

    /** What was filled in, a line each. The form comes as JSON within a text; its token is ours, not the customer's. */
    private static String answers(JsonNode response) {
        String json = text(response);
        List<String> lines = new ArrayList<>();
        ProviderJson.object(json == null ? new byte[0] : json.getBytes(UTF_8))
                .ifPresent(form -> form.fields().forEachRemaining(field -> {
                    String answer = answer(field.getValue());
                    if (!field.getKey().equals("flow_token") && !answer.isBlank()) {
                        lines.add(field.getKey() + ": " + answer);
                    }
                }));
        return String.join("\n", lines);
    }

    private static String answer(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> several = new ArrayList<>();
        value.forEach(one -> several.add(one.asText()));
        return String.join(", ", several);
    }

    private static String cards(JsonNode contacts) {
        List<String> lines = new ArrayList<>();
        for (JsonNode card : contacts) {
            List<String> numbers = new ArrayList<>();
            card.path("phones").forEach(phone -> numbers.add(phone.path("phone").asText()));
            lines.add(Said.joined(" ", text(card.path("name").path("formatted_name")), String.join(", ", numbers)));
        }
        return String.join("\n", lines);
    }

    @Override
    public String toString() {
        return "WhatsAppMessage[" + type() + "]";
    }
}
