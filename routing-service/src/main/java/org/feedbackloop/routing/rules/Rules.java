package org.feedbackloop.routing.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.harm.Harm;
import org.feedbackloop.routing.language.LanguageProfile;
import org.feedbackloop.routing.obligation.Duty;
import org.feedbackloop.routing.priority.Step;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.type.Cue;
import org.feedbackloop.routing.type.Negation;
import org.jspecify.annotations.Nullable;

/**
 * What a rules document says.
 *
 * @param name what its author calls this edition, for example {@code shop-1}
 * @param languages those we answer in, and their neighbours
 * @param fallback one of the queues, which speaks every language
 * @param harm the gravest kind first
 * @param worstScore the priority of the lowest score there is
 * @param classes what the class of a customer does to the priority
 * @param skills what a type asks of who answers it, where the category asks for nothing
 */
public record Rules(
        String name,
        List<LanguageProfile> languages,
        List<Cue> cues,
        List<Negation> negations,
        List<Category> categories,
        List<Queue> queues,
        Queue fallback,
        List<Harm> harm,
        Priority worstScore,
        Map<FeedbackType, Priority> priorities,
        Map<CustomerClass, Step> classes,
        Map<FeedbackType, String> skills,
        Map<FeedbackType, Duty> duties) {

    public Rules {
        languages = List.copyOf(languages);
        cues = List.copyOf(cues);
        negations = List.copyOf(negations);
        categories = List.copyOf(categories);
        queues = List.copyOf(queues);
        harm = List.copyOf(harm);
        priorities = Map.copyOf(priorities);
        classes = Map.copyOf(classes);
        skills = Map.copyOf(skills);
        duties = Map.copyOf(duties);
    }

    /** By the paths of those that ask for one themselves. */
    public Map<String, String> skillsOfCategories() {
        return present(categories, Category::path, Category::skill);
    }

    /** By the kinds that have one. */
    public Map<String, Duty> dutiesOfHarm() {
        return present(harm, Harm::kind, Harm::duty);
    }

    private static <T, V> Map<String, V> present(
            List<T> things, Function<T, String> key, Function<T, @Nullable V> value) {
        Map<String, V> present = new HashMap<>();
        for (T thing : things) {
            V found = value.apply(thing);
            if (found != null) {
                present.put(key.apply(thing), found);
            }
        }
        return present;
    }
}
