package org.feedbackloop.routing.type;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedbackloop.event.v1.FeedbackType;

/** The cues that were heard in a text. Each counts once, however often it was said. */
public final class HeardCues {

    private final Map<FeedbackType, Set<String>> strong = new EnumMap<>(FeedbackType.class);
    private final Map<FeedbackType, Set<String>> weak = new EnumMap<>(FeedbackType.class);

    void add(FeedbackType type, String phrase, boolean isStrong) {
        (isStrong ? strong : weak)
                .computeIfAbsent(type, any -> new LinkedHashSet<>())
                .add(phrase);
    }

    public int strong(FeedbackType type) {
        return strong.getOrDefault(type, Set.of()).size();
    }

    public int weak(FeedbackType type) {
        return weak.getOrDefault(type, Set.of()).size();
    }

    /** Those that speak for a type, the strong ones first. */
    public List<String> phrases(FeedbackType type) {
        Set<String> phrases = new LinkedHashSet<>(strong.getOrDefault(type, Set.of()));
        phrases.addAll(weak.getOrDefault(type, Set.of()));
        return List.copyOf(phrases);
    }
}
