package org.feedbackloop.intake.channel.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.Chat;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * A chat on a website, when it is over or in parts. What the customer says in it is the text, unless somebody has put it in
 * other words.
 */
@SelfWiring
public final class ChatAdapter extends TypedAdapter<ChatAdapter.Conversation> {

    private static final String CUSTOMER = "customer";
    private static final List<String> SPEAKERS = List.of(CUSTOMER, "consultant", "bot");
    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 5_000;
    private static final int MOST_FACTS = 50;

    private final Normaliser normaliser;

    public ChatAdapter(Normaliser normaliser) {
        super("chat", Conversation.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Conversation chat, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.CHAT)
                .messageId("messageId", chat.messageId())
                .conversation("chatId", chat.chatId())
                .occurredAt("startedAt", chat.startedAt())
                .customerName("name", chat.name())
                .customerNumber("customerNumber", chat.customerNumber())
                .email("email", chat.email())
                .phone("phone", chat.phone())
                .visitorId("visitorId", chat.visitorId())
                .language("language", chat.language())
                .type("type", chat.type())
                .category("category", chat.category())
                .product("product", chat.product())
                .order("order", chat.order())
                .page("page", chat.page());
        if (chat.csat() != null) {
            normal.rating("csat", "csat", "csat", chat.csat());
        }
        List<Chat.Line> transcript = transcript(chat.transcript(), normal);
        if (isThere(chat.summary())) {
            normal.text("summary", chat.summary());
        } else {
            normal.text("transcript", saidByCustomer(transcript));
        }
        return normal.details(new Chat(
                        transcript, normal.line("referrer", chat.referrer(), 2_000), lead(chat.lead(), normal)))
                .outcome("transcript");
    }

    private static List<Chat.Line> transcript(@Nullable List<@Nullable Line> lines, Normalisation normal) {
        List<Chat.Line> transcript = new ArrayList<>();
        each(normal, "transcript", lines, MOST_LINES, (name, line) -> {
            String by = normal.oneOf(name + ".by", line.by(), SPEAKERS);
            String text = normal.cleaned(name + ".text", line.text(), LONGEST_LINE);
            if (line.by() == null) {
                normal.problem(name + ".by", "must be one of " + String.join(", ", SPEAKERS));
            }
            String speaker = normal.line(name + ".name", line.name(), 200);
            Instant at = normal.pastTime(name + ".at", line.at());
            if (by != null && text != null) {
                transcript.add(new Chat.Line(by, speaker, at, text));
            }
        });
        return transcript;
    }

    private static String saidByCustomer(List<Chat.Line> transcript) {
        return transcript.stream()
                .filter(line -> line.by().equals(CUSTOMER))
                .map(Chat.Line::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<Chat.Fact> lead(@Nullable List<@Nullable Fact> facts, Normalisation normal) {
        List<Chat.Fact> lead = new ArrayList<>();
        each(normal, "lead", facts, MOST_FACTS, (name, fact) -> {
            String called = normal.line(name + ".name", fact.name(), 100);
            String value = normal.line(name + ".value", fact.value(), 500);
            if (!isThere(fact.name())) {
                normal.problem(name + ".name", "must not be empty");
            }
            if (called != null && value != null) {
                lead.add(new Chat.Fact(called, value));
            }
        });
        return lead;
    }

    record Conversation(
            @JsonPropertyDescription("Your own id of what is sent here, the same when it is sent again.") @Nullable
            String messageId,

            @JsonPropertyDescription("Your own id of the chat, the same for all parts of it.") @Nullable
            String chatId,

            @JsonPropertyDescription(
                    "When the chat, or this part of it, began, with offset (RFC 3339). Now, if missing.")
            @Nullable
            String startedAt,

            @JsonPropertyDescription(
                    "What the customer wants, in short, up to 20,000 characters. What they say in the transcript, if"
                            + " missing.")
            @Nullable
            String summary,

            @JsonPropertyDescription(
                    "What was said, in its order; up to 500 lines. What the customer says in it may have 20,000"
                            + " characters, unless there is a summary.")
            @Nullable
            List<@Nullable Line> transcript,

            @JsonPropertyDescription("How satisfied the customer was with the chat, 1 to 5.") @Nullable
            Integer csat,

            @JsonPropertyDescription("What the visitor told of themselves before it began; up to 50.") @Nullable
            List<@Nullable Fact> lead,

            @JsonPropertyDescription("The address of the page that the chat was opened on.") @Nullable
            String page,

            @JsonPropertyDescription("The address of the page that the visitor came from.") @Nullable
            String referrer,

            @JsonPropertyDescription("The customer's name, up to 200 characters.") @Nullable
            String name,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("A phone number, best with its country code.") @Nullable
            String phone,

            @JsonPropertyDescription("Your own id of the visitor's browser, up to 100 characters.") @Nullable
            String visitorId,

            @JsonPropertyDescription("A language tag after BCP 47, for example fa or en-GB. A hint, not a verdict.")
            @Nullable
            String language,

            @JsonPropertyDescription(
                    "What the customer calls it: complaint, idea, question, praise, referral or other.")
            @Nullable
            String type,

            @JsonPropertyDescription("A path in the product tree, for example billing/invoice.") @Nullable
            String category,

            @JsonPropertyDescription("Your own name or number of the product.") @Nullable
            String product,

            @JsonPropertyDescription("The number of the order.") @Nullable
            String order) {}

    record Line(
            @JsonProperty(required = true)
            @JsonPropertyDescription("Who said it: customer, consultant or bot.")
            @Nullable
            String by,

            @JsonPropertyDescription("The name of who said it, up to 200 characters.") @Nullable
            String name,

            @JsonPropertyDescription("When it was said, with offset (RFC 3339).") @Nullable
            String at,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What was said, up to 5,000 characters. A line without words is left out.")
            @Nullable
            String text) {}

    record Fact(
            @JsonProperty(required = true) @JsonPropertyDescription("What it is, for example company.") @Nullable
            String name,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What the visitor told, up to 500 characters. A fact without it is left out.")
            @Nullable
            String value) {}
}
