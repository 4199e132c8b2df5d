package org.feedbackloop.routing.type;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.type.Cue.Strength;

/** The cues that were heard in a text. Each counts once, however often it was said. */
public final class HeardCues {

    private final Map<Strength, Map<FeedbackType, Set<String>>> heard = new EnumMap<>(Strength.class);

    void add(FeedbackType type, String phrase, Strength strength) {
        heard.computeIfAbsent(strength, any -> new EnumMap<>(FeedbackType.class))
                .computeIfAbsent(type, any -> new LinkedHashSet<>())
                .add(phrase);
    }

    int decisive(FeedbackType type) {
        return of(Strength.DECISIVE, type).size();
    }

    public int strong(FeedbackType type) {
        return of(Strength.STRONG, type).size();
    }

    public int weak(FeedbackType type) {
        return of(Strength.WEAK, type).size();
    }

    /** Those that speak for a type, the stronger ones first. */
    public List<String> phrases(FeedbackType type) {
        Set<String> phrases = new LinkedHashSet<>();
        for (Strength strength : Strength.values()) {
            phrases.addAll(of(strength, type));
        }
        return List.copyOf(phrases);
    }

    private Set<String> of(Strength strength, FeedbackType type) {
        return heard.getOrDefault(strength, Map.of()).getOrDefault(type, Set.of());
    }
}
