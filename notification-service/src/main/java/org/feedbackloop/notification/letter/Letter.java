package org.feedbackloop.notification.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.FollowUpPurpose;
import org.feedbackloop.event.v1.FollowUpRequested;
import org.jspecify.annotations.Nullable;

/**
 * All the words of one letter, in order, still without form.
 *
 * <p>Redacts itself when printed.
 *
 * @param subject holds only words of ours, for it travels in a header
 * @param paragraphs what we have to say; an answer is a consultant's words
 * @param quote what the customer said, by lines; empty if they gave a rating alone
 * @param closing what happens next, and how to reach us
 */
public record Letter(
        Language language,
        String subject,
        String greeting,
        List<String> paragraphs,
        String quoteTitle,
        List<String> quote,
        List<String> closing,
        String farewell,
        String team,
        String reference) {

    /** How much of what they said reminds customers of it. */
    private static final int LONGEST_QUOTE = 1_000;

    public static Letter to(FollowUpRequested request) {
        Language language = Language.closestTo(request.language());
        Phrases phrases = Phrases.in(language);
        boolean acknowledges = request.purpose() == FollowUpPurpose.ACKNOWLEDGEMENT;
        return new Letter(
                language,
                subject(request, phrases),
                greeting(request.recipientName(), phrases),
                paragraphs(phrases.say(acknowledges ? "heard." + type(request) : "answer"), request.message()),
                phrases.say("quote"),
                PlainText.lines(quoted(request.feedbackExcerpt())),
                acknowledges
                        ? List.of(phrases.say("next." + type(request)), phrases.say("reply.acknowledgement"))
                        : List.of(phrases.say("reply.answer")),
                phrases.say("farewell"),
                phrases.say("team"),
                phrases.say("reference", "reference", reference(request.feedbackId())));
    }

    /** Short enough to be read out on the phone. */
    static String reference(FeedbackId feedback) {
        return feedback.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    /** An answer has the subject of its acknowledgement: mail programs that go by the subject then show them together. */
    private static String subject(FollowUpRequested request, Phrases phrases) {
        String subject = phrases.say("subject." + type(request)) + " [" + reference(request.feedbackId()) + "]";
        return request.purpose() == FollowUpPurpose.ANSWER ? "Re: " + subject : subject;
    }

    private static String greeting(@Nullable String name, Phrases phrases) {
        return name != null && PlainText.isName(name.strip())
                ? phrases.say("greeting.named", "name", name.strip())
                : phrases.say("greeting.unnamed");
    }

    private static List<String> paragraphs(String opening, @Nullable String message) {
        List<String> paragraphs = new ArrayList<>(List.of(opening));
        if (message != null) {
            paragraphs.addAll(PlainText.paragraphs(message));
        }
        return List.copyOf(paragraphs);
    }

    private static String quoted(String excerpt) {
        if (excerpt.length() <= LONGEST_QUOTE) {
            return excerpt;
        }
        int end = excerpt.offsetByCodePoints(0, excerpt.codePointCount(0, LONGEST_QUOTE));
        return excerpt.substring(0, end) + "…";
    }

    private static String type(FollowUpRequested request) {
        return request.feedbackType().wireName();
    }

    @Override
    public String toString() {
        return "Letter[" + language + ", " + paragraphs.size() + " paragraphs]";
    }
}
