package org.feedbackloop.routing;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Categories;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.language.Languages;
import org.feedbackloop.routing.obligation.Obligations;
import org.feedbackloop.routing.priority.Priorities;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.queue.Queues;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.rules.Rules;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.type.Types;

/**
 * Decides what a statement is, whose it is, and by when. Reads only its arguments: equal statements get equal answers under
 * the same rules. Safe for use by many threads.
 */
public final class Router {

    private final String rulesVersion;
    private final Languages languages;
    private final Types types;
    private final Categories categories;
    private final Queues queues;
    private final Priorities priorities;
    private final Obligations obligations;

    public Router(RulesDocument document) {
        Rules rules = document.rules();
        rulesVersion = document.version();
        languages = new Languages(rules.languages());
        types = new Types(rules.cues(), rules.negations());
        categories = new Categories(rules.categories());
        queues = new Queues(rules.queues(), rules.fallback());
        priorities = new Priorities(rules.harm(), rules.worstScore(), rules.priorities());
        obligations = new Obligations(rules.duties());
    }

    /** Of the rules that it decides by. */
    public String rulesVersion() {
        return rulesVersion;
    }

    /** @param learntAt from when on obligations count */
    public Routing route(Statement statement, Instant learntAt) {
        var language = languages.of(statement);
        var type = types.of(statement, language.value());
        var category = categories.of(statement, language.value());
        var queue = queues.of(category.value(), language.value());
        var priority = priorities.of(statement, type.value());
        var obligation = obligations.of(type.value(), queue.value().calendar(), learntAt);
        return new Routing(
                language.value(),
                type.value(),
                category.value(),
                queue.value(),
                priority.value(),
                obligation.value().orElse(null),
                rulesVersion,
                List.of(
                        language.finding("language", Language::code),
                        type.finding("type", FeedbackType::wireName),
                        category.finding("category", Function.identity()),
                        queue.finding("queue", Queue::name),
                        priority.finding("priority", Priority::wireName),
                        obligation.finding(
                                "obligation",
                                owed -> owed.map(it -> it.action() + " by " + it.dueAt())
                                        .orElse("none"))));
    }
}
