package org.feedbackloop.event.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of channel tells besides the words: an object with one field, named after the kind. A reader that does not
 * know a kind sees nothing.
 *
 * <p>Every field may be missing. Times are what the channel says; when we learnt of the feedback stands on the envelope.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @Type(value = ChannelDetails.PhoneCall.class, name = "phoneCall"),
    @Type(value = ChannelDetails.IvrCall.class, name = "ivrCall"),
    @Type(value = ChannelDetails.OutboundCall.class, name = "outboundCall"),
    @Type(value = ChannelDetails.CallBack.class, name = "callBack"),
    @Type(value = ChannelDetails.Mail.class, name = "mail"),
    @Type(value = ChannelDetails.ShortMessage.class, name = "shortMessage"),
    @Type(value = ChannelDetails.Chat.class, name = "chat"),
    @Type(value = ChannelDetails.Terminal.class, name = "terminal"),
    @Type(value = ChannelDetails.BookEntry.class, name = "bookEntry"),
    @Type(value = ChannelDetails.SurveyAnswer.class, name = "surveyAnswer"),
    @Type(value = ChannelDetails.PublicPost.class, name = "publicPost"),
})
public sealed interface ChannelDetails {

    /** The field that it stands in, on the wire. */
    default String wireName() {
        String name = getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * A call that an operator took down.
     *
     * @param operator who took it down: a name or number of the call centre's own
     * @param startedAt when the call began
     * @param lengthSeconds how long it lasted, 0 or more
     * @param calledLine the number or name of the line that was called
     */
    record PhoneCall(
            @Nullable String operator,
            @Nullable Instant startedAt,
            @Nullable Integer lengthSeconds,
            @Nullable String calledLine)
            implements ChannelDetails {}

    /**
     * What a caller told a machine.
     *
     * @param menuPath the menus gone through, outermost first
     * @param digits the keys pressed last: digits, {@code *} and {@code #}
     * @param calledLine the number or name of the line that was called
     * @param speechConfidence how sure the machine is of the words, 0 to 1; none where keys were pressed
     */
    record IvrCall(
            List<String> menuPath,
            @Nullable String digits,
            @Nullable String calledLine,
            @Nullable Double speechConfidence)
            implements ChannelDetails {
        public IvrCall {
            menuPath = menuPath == null ? List.of() : List.copyOf(menuPath);
        }

        /** What is keyed in may be a number of a customer or a card. */
        @Override
        public String toString() {
            return "IvrCall[" + menuPath + ", " + (digits == null ? 0 : digits.length()) + " keys]";
        }
    }

    /**
     * A call that we made.
     *
     * @param operator who called
     * @param warm whether we were known to who was called
     * @param outcome {@code reached}, {@code no-answer}, {@code busy}, {@code refused}, {@code wrong-number} or {@code
     *     call-again}
     */
    record OutboundCall(
            @Nullable String operator,
            @Nullable Boolean warm,
            @Nullable String outcome,
            @Nullable Instant startedAt,
            @Nullable Integer lengthSeconds)
            implements ChannelDetails {}

    /**
     * Somebody asks to be called back.
     *
     * @param from no call before this time
     * @param until no call after this time
     * @param zone the customer's time zone, an IANA name
     */
    record CallBack(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String zone) implements ChannelDetails {}

    /**
     * An e-mail.
     *
     * @param messageId the header Message-ID, with its angle brackets
     * @param inReplyTo the message that this one answers
     * @param to the addresses of ours that it was sent to
     * @param original the text before quoted replies and signatures were cut off, up to 100,000 characters; none where
     *     nothing was cut off
     */
    record Mail(
            @Nullable String messageId,
            @Nullable String inReplyTo,
            List<String> to,
            @Nullable String original) implements ChannelDetails {
        public Mail {
            to = to == null ? List.of() : List.copyOf(to);
        }

        @Override
        public String toString() {
            return "Mail[" + (original == null ? 0 : original.length()) + " characters before cutting]";
        }
    }

    /**
     * A message by SMS or messenger.
     *
     * @param provider for example {@code telegram}
     * @param kind {@code text}, {@code caption}, {@code button}, {@code list}, {@code contact}, {@code form} and so on, as the
     *     provider has it
     * @param replyTo the provider's id of the message that this one answers
     * @param edits the provider's id of the message that this one replaces
     */
    record ShortMessage(
            String provider,
            String kind,
            @Nullable String replyTo,
            @Nullable String edits) implements ChannelDetails {
        public ShortMessage {
            Objects.requireNonNull(provider, "provider is missing");
            Objects.requireNonNull(kind, "kind is missing");
        }
    }

    /**
     * A chat on a website, whole or in part.
     *
     * @param transcript what was said before and after, in its order
     * @param referrer where the visitor came from
     * @param lead what the visitor told of themselves, name and value
     */
    record Chat(List<Line> transcript, @Nullable String referrer, List<Fact> lead) implements ChannelDetails {
        public Chat {
            transcript = transcript == null ? List.of() : List.copyOf(transcript);
            lead = lead == null ? List.of() : List.copyOf(lead);
        }

        @Override
        public String toString() {
            return "Chat[" + transcript.size() + " lines, " + lead.size() + " facts]";
        }

        /**
         * @param by {@code customer}, {@code consultant} or {@code bot}
         * @param name of who said it
         */
        public record Line(
                String by, @Nullable String name, @Nullable Instant at, String text) {
            public Line {
                Objects.requireNonNull(by, "by is missing");
                Objects.requireNonNull(text, "text is missing");
            }

            @Override
            public String toString() {
                return "Line[" + by + ", " + text.length() + " characters]";
            }
        }

        /** One thing that a visitor told of themselves. */
        public record Fact(String name, String value) {
            public Fact {
                Objects.requireNonNull(name, "name is missing");
                Objects.requireNonNull(value, "value is missing");
            }

            @Override
            public String toString() {
                return "Fact[" + name + "]";
            }
        }
    }

    /**
     * Smileys or stars at a terminal.
     *
     * @param shop the branch; {@code about.location} names shop and terminal together
     * @param terminal its name or number in the shop
     * @param question what it asked
     */
    record Terminal(
            @Nullable String shop,
            @Nullable String terminal,
            @Nullable String question) implements ChannelDetails {}

    /**
     * An entry that a customer wrote on paper.
     *
     * @param book which book
     * @param page of the book, from 1
     * @param entryDate the date that stands on the page; a date has no zone
     * @param typedInBy who typed it in
     */
    record BookEntry(
            @Nullable String book,
            @Nullable Integer page,
            @Nullable LocalDate entryDate,
            @Nullable String typedInBy) implements ChannelDetails {}

    /**
     * An answered survey.
     *
     * @param kind {@code nps}, {@code csat}, {@code stars} or {@code free-text}
     * @param survey its name or number with the provider
     * @param answers question by question
     */
    record SurveyAnswer(@Nullable String kind, @Nullable String survey, List<Answer> answers)
            implements ChannelDetails {
        public SurveyAnswer {
            answers = answers == null ? List.of() : List.copyOf(answers);
        }

        /** What was asked and what was answered. */
        public record Answer(String question, String answer) {
            public Answer {
                Objects.requireNonNull(question, "question is missing");
                Objects.requireNonNull(answer, "answer is missing");
            }

            @Override
            public String toString() {
                return "Answer[" + answer.length() + " characters]";
            }
        }
    }

    /**
     * A comment under an article or product, or a post in a forum.
     *
     * @param site the page's or forum's name
     * @param item the article, product or topic
     * @param replyTo the post that this one answers
     * @param author the name shown with it
     */
    record PublicPost(
            @Nullable String site,
            @Nullable String item,
            @Nullable String replyTo,
            @Nullable String author) implements ChannelDetails {
        @Override
        public String toString() {
            return "PublicPost[" + site + ", " + item + "]";
        }
    }
}
