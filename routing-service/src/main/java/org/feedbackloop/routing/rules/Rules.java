package org.feedbackloop.routing.rules;

import java.util.List;
import java.util.Map;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.language.LanguageProfile;
import org.feedbackloop.routing.obligation.Duty;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.type.Cue;
import org.feedbackloop.routing.type.Negation;

/**
 * What a rules document says.
 *
 * @param name what its author calls this edition, for example {@code shop-1}
 * @param languages those we answer in, and their neighbours
 * @param fallback one of the queues, which speaks every language
 * @param harm phrases of every language
 * @param worstScore the priority of the lowest score there is
 */
public record Rules(
        String name,
        List<LanguageProfile> languages,
        List<Cue> cues,
        List<Negation> negations,
        List<Category> categories,
        List<Queue> queues,
        Queue fallback,
        List<String> harm,
        Priority worstScore,
        Map<FeedbackType, Priority> priorities,
        Map<FeedbackType, Duty> duties) {

    public Rules {
        languages = List.copyOf(languages);
        cues = List.copyOf(cues);
        negations = List.copyOf(negations);
        categories = List.copyOf(categories);
        queues = List.copyOf(queues);
        harm = List.copyOf(harm);
        priorities = Map.copyOf(priorities);
        duties = Map.copyOf(duties);
    }
}
