package org.feedbackloop.routing.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.language.LanguageProfile;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.type.Cue;

/**
 * What a sound rules document holds, in numbers.
 *
 * @param version what decisions made by it would say
 * @param languages that are answered
 * @param obligations types of feedback that oblige us to something
 * @param warnings what is allowed and yet may not be meant
 */
public record Contents(
        String version,
        int languages,
        int neighbours,
        int cues,
        int categories,
        int queues,
        int wordsOfHarm,
        int obligations,
        List<Warning> warnings) {

    /** @param path such as {@code queues.returns} */
    public record Warning(String path, String reason) {}

    public static Contents of(RulesDocument document) {
        Rules rules = document.rules();
        int answered = (int)
                rules.languages().stream().filter(LanguageProfile::answered).count();
        return new Contents(
                document.version(),
                answered,
                rules.languages().size() - answered,
                rules.cues().size(),
                rules.categories().size(),
                rules.queues().size(),
                rules.harm().stream().mapToInt(harm -> harm.words().size()).sum(),
                rules.duties().size(),
                warnings(rules));
    }

    private static List<Warning> warnings(Rules rules) {
        List<Warning> warnings = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        rules.queues().forEach(queue -> asked.addAll(queue.categories()));
        for (LanguageProfile language : rules.languages()) {
            if (language.answered()
                    && rules.cues().stream().map(Cue::language).noneMatch(language.language()::equals)) {
                warnings.add(new Warning(
                        "languages." + language.language().code(),
                        "has no cues: the trained model alone tells its types"));
            }
        }
        Set<String> standingIn = new HashSet<>(Set.of(rules.fallback().name()));
        for (Queue queue : rules.queues()) {
            Stream.of(queue.overflow(), queue.fallback())
                    .filter(Objects::nonNull)
                    .forEach(standingIn::add);
        }
        for (Queue queue : rules.queues()) {
            if (queue.categories().isEmpty() && queue.skills().isEmpty() && !standingIn.contains(queue.name())) {
                warnings.add(new Warning(
                        "queues." + queue.name(),
                        "asks for no category, has no skill, stands in for no other queue, and gets nothing"));
            }
        }
        for (Category category : rules.categories()) {
            if (!isAsked(category.path(), asked)) {
                warnings.add(new Warning(
                        "categories." + category.path(),
                        "no queue asks for it: it goes to " + rules.fallback().name()));
            }
        }
        for (FeedbackType type : FeedbackType.values()) {
            if (type != FeedbackType.OTHER && !rules.duties().containsKey(type)) {
                warnings.add(new Warning("obligations." + type.wireName(), "is missing: nothing is owed for it"));
            }
        }
        return List.copyOf(warnings);
    }

    private static boolean isAsked(String category, Set<String> asked) {
        for (String branch = category;
                !branch.isEmpty();
                branch = branch.substring(0, Math.max(0, branch.lastIndexOf('/')))) {
            if (asked.contains(branch)) {
                return true;
            }
        }
        return false;
    }
}
