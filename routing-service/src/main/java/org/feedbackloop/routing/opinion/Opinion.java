package org.feedbackloop.routing.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.jspecify.annotations.Nullable;

/** What came of asking. */
public sealed interface Opinion {

    Optional<FeedbackType> type();

    /** In a word, for those who count. */
    String outcome(FeedbackType byWords);

    /**
     * Takes one of the six names, alone or as {@code {"type": "praise"}}, and nothing else: who was talked into saying something
     * different by the words that they were shown has said nothing.
     */
    static Opinion of(@Nullable String reply) {
        return reply == null ? Missing.UNCLEAR : Reply.read(reply.strip());
    }

    /** Somebody says what it is. */
    record Given(FeedbackType is) implements Opinion {

        @Override
        public Optional<FeedbackType> type() {
            return Optional.of(is);
        }

        @Override
        public String outcome(FeedbackType byWords) {
            return is == byWords ? "agreed" : "differed";
        }
    }

    /** Nobody says anything that helps, and why. */
    enum Missing implements Opinion {
        /** There was an answer, and it was none of the six. */
        UNCLEAR,
        TIMED_OUT,
        FAILED,
        /** As much was asked as may be in a minute, or at once. */
        OVER_BUDGET,
        /** It failed too often, and is left alone for a while. */
        CIRCUIT_OPEN;

        @Override
        public Optional<FeedbackType> type() {
            return Optional.empty();
        }

        @Override
        public String outcome(FeedbackType byWords) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An answer as it came. */
    final class Reply {

        /** Longer is no word and no object with one field. */
        private static final int LONGEST = 100;

        private static final ObjectReader JSON = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .reader();

        private Reply() {}

        private static Opinion read(String reply) {
            if (reply.length() > LONGEST) {
                return Missing.UNCLEAR;
            }
            String name = reply.startsWith("{") ? field(reply) : reply;
            for (FeedbackType type : FeedbackType.values()) {
                if (type.wireName().equalsIgnoreCase(name)) {
                    return new Given(type);
                }
            }
            return Missing.UNCLEAR;
        }

        private static String field(String reply) {
            try {
                JsonNode answer = JSON.readTree(reply);
                return answer.size() == 1 ? answer.path("type").asText() : "";
            } catch (JsonProcessingException e) {
                return "";
            }
        }
    }
}
