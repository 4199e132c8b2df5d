package org.feedbackloop.journey.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Canonical feedback, each body of its own customer and of exactly {@link #LENGTH} characters, all of them ASCII. */
final class FeedbackBodies {

    static final int LENGTH = 600;

    private static final List<String> SENTENCES = List.of(
            "The parcel came two days after the date in your mail.",
            "The box was open and one cup was broken.",
            "I called twice and waited for twenty minutes each time.",
            "The young man at the counter was friendly but could not help.",
            "Please tell me when I can expect my money back.",
            "Last year the same order arrived the next morning.",
            "The kettle switches itself off before the water boils.",
            "I like the new lid, it does not drip any more.",
            "Could you offer the large size in green as well?",
            "My neighbour asked me where I bought it.",
            "The invoice shows a discount that I did not get.",
            "The manual has no page about cleaning the filter.");

    private static final List<String> PRODUCTS = List.of("kettle", "teapot", "cup set", "filter", "gift card", "tray");

    private FeedbackBodies() {}

    /** As many as asked for, none equal to another; the same seed and time give the same bodies. */
    static List<String> of(int count, long seed, Instant now) {
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> body(i, random, now)).toList();
    }

    private static String body(int number, Random random, Instant now) {
        var occurredAt = now.minus(Duration.ofMinutes(random.nextInt(10_000))).truncatedTo(ChronoUnit.SECONDS);
        String beginning = "{\"channel\":\"web-form\",\"text\":\"Order " + number + ". ";
        String end = "\",\"occurredAt\":\"" + occurredAt + "\",\"customer\":{\"name\":\"Ada Sample " + number
                + "\",\"email\":\"ada.sample." + number + "@example.org\"},\"about\":{\"product\":\""
                + PRODUCTS.get(random.nextInt(PRODUCTS.size())) + "\"}}";
        return beginning + words(LENGTH - beginning.length() - end.length(), random) + end;
    }

    private static String words(int length, Random random) {
        var words = new StringBuilder();
        while (words.length() < length) {
            words.append(SENTENCES.get(random.nextInt(SENTENCES.size()))).append(' ');
        }
        return words.substring(0, length);
    }
}
