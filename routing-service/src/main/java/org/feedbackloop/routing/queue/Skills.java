package org.feedbackloop.routing.queue;

import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.category.Category;

/** Knows what skill a feedback asks for by what it is about, or else by its type. */
public final class Skills {

    private final Map<String, String> ofCategories;
    private final Map<FeedbackType, String> ofTypes;

    /** @param ofCategories by path; a branch without one asks for that of the branch above */
    public Skills(Map<String, String> ofCategories, Map<FeedbackType, String> ofTypes) {
        this.ofCategories = Map.copyOf(ofCategories);
        this.ofTypes = Map.copyOf(ofTypes);
    }

    public Optional<Skill> askedBy(String category, FeedbackType type) {
        for (String branch = category; !branch.isEmpty(); branch = Category.above(branch)) {
            String skill = ofCategories.get(branch);
            if (skill != null) {
                return Optional.of(new Skill(skill, "category " + branch));
            }
        }
        return Optional.ofNullable(ofTypes.get(type)).map(skill -> new Skill(skill, "type " + type.wireName()));
    }
}
