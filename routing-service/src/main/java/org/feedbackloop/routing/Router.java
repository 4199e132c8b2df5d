package org.feedbackloop.routing;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Categories;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.harm.HarmHeard;
import org.feedbackloop.routing.harm.Harms;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.language.Languages;
import org.feedbackloop.routing.language.LetterGroups;
import org.feedbackloop.routing.obligation.Obligations;
import org.feedbackloop.routing.priority.Priorities;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.queue.Queues;
import org.feedbackloop.routing.queue.Skill;
import org.feedbackloop.routing.queue.Skills;
import org.feedbackloop.routing.queue.Workload;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.rules.Rules;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.type.Types;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a statement is, whose it is, and by when. Reads only its arguments, and how many cases are open where there
 * are queues with a capacity: equal statements get equal answers under the same rules and the same load. Safe for use by many
 * threads.
 */
public final class Router {

    private final String rulesVersion;
    private final Languages languages;
    private final Types types;
    private final Categories categories;
    private final Harms harms;
    private final Skills skills;
    private final Queues queues;
    private final Priorities priorities;
    private final Obligations obligations;
    private final Queue general;
    private final boolean reads;

    /** As if nobody had counted how much work waits. */
    public Router(RulesDocument document) {
        this(document, Workload.UNKNOWN);
    }

    public Router(RulesDocument document, Workload workload) {
        this(document, workload, true);
    }

    private Router(RulesDocument document, Workload workload, boolean reads) {
        this.reads = reads;
        Rules rules = document.rules();
        general = rules.fallback();
        rulesVersion = document.version();
        languages = new Languages(rules.languages(), LetterGroups.shipped());
        types = new Types(rules.cues(), rules.negations());
        categories = new Categories(rules.categories());
        harms = new Harms(rules.harm());
        skills = new Skills(rules.skillsOfCategories(), rules.skills());
        queues = new Queues(rules.queues(), rules.fallback(), workload);
        priorities = new Priorities(rules.worstScore(), rules.priorities(), rules.classes());
        obligations = new Obligations(rules.duties(), rules.dutiesOfHarm());
    }

    /** Of the rules that it decides by. */
    public String rulesVersion() {
        return rulesVersion;
    }

    /**
     * Gives every statement the same answer without reading it: what is left when nothing is understood, which tells what
     * understanding costs.
     */
    public static Router unread(RulesDocument document) {
        return new Router(document, Workload.UNKNOWN, false);
    }

    /** @param learntAt from when on obligations count */
    public Routing route(Statement statement, Instant learntAt) {
        return reads ? read(statement, learntAt) : unread();
    }

    private Routing unread() {
        return new Routing(
                Language.UNDETERMINED,
                FeedbackType.OTHER,
                Category.GENERAL,
                general,
                Priority.NORMAL,
                null,
                rulesVersion,
                List.of(),
                false,
                null);
    }

    private Routing read(Statement statement, Instant learntAt) {
        var language = languages.of(statement);
        var type = types.of(statement, language.value());
        var category = categories.of(statement, language.value());
        HarmHeard harm = harms.in(statement.words()).orElse(null);
        var queue = queues.of(category.value(), language.value(), skill(harm, category.value(), type.value()));
        var priority = priorities.of(statement, type.value(), harm);
        String kind = harm == null ? null : harm.harm().kind();
        var obligation =
                obligations.of(type.value(), kind, queue.value().queue().calendar(), learntAt);
        return new Routing(
                language.value(),
                type.value(),
                category.value(),
                queue.value().queue(),
                priority.value(),
                obligation.value().orElse(null),
                rulesVersion,
                List.of(
                        language.finding("language", Language::code),
                        type.finding("type", FeedbackType::wireName),
                        category.finding("category", Function.identity()),
                        queue.finding("queue", placement -> placement.queue().name()),
                        priority.finding("priority", Priority::wireName),
                        obligation.finding(
                                "obligation",
                                owed -> owed.map(it -> it.action() + " by " + it.dueAt())
                                        .orElse("none"))),
                harm != null && harm.harm().supervisor(),
                queue.value().overflowFrom());
    }

    /** Harm asks before what it is about, and that before its type. */
    private @Nullable Skill skill(@Nullable HarmHeard harm, String category, FeedbackType type) {
        String ofHarm = harm == null ? null : harm.harm().skill();
        return harm != null && ofHarm != null
                ? new Skill(ofHarm, "harm " + harm.harm().kind())
                : skills.askedBy(category, type).orElse(null);
    }
}
