package org.feedbackloop.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Categories;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.language.Languages;
import org.feedbackloop.routing.obligation.Obligations;
import org.feedbackloop.routing.priority.Priorities;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.queue.Queues;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.rules.Rules;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.type.TypeModel;
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
        types = new Types(rules.cues(), rules.negations(), TypeModel.shipped());
        categories = new Categories(rules.categories());
        queues = new Queues(rules.queues(), rules.fallback());
        priorities = new Priorities(rules.harm(), rules.worstScore(), rules.priorities());
        obligations = new Obligations(rules.duties());
    }

    /** @param learntAt from when on obligations count */
    public Routing route(Statement statement, Instant learntAt) {
        var language = languages.of(statement);
        var typed = types.of(statement, language.value());
        FeedbackType type = typed.type();
        FeedbackType secondaryType = typed.secondaryType().orElse(null);
        var category = categories.of(statement, language.value());
        var queue = queues.of(category.value(), language.value());
        var priority = moreUrgent(
                priorities.of(statement, type),
                typed.secondaryType().map(secondary -> priorities.of(statement, secondary)));
        var obligation = obligations.of(type, queue.value().calendar(), learntAt);
        var secondaryObligation = typed.secondaryType()
                .map(secondary -> obligations.of(secondary, queue.value().calendar(), learntAt));

        List<Finding> findings = new ArrayList<>();
        findings.add(language.finding("language", Language::code));
        findings.add(typed.primary().finding("type", FeedbackType::wireName));
        typed.secondary()
                .ifPresent(secondary -> findings.add(secondary.finding("secondary-type", FeedbackType::wireName)));
        findings.add(category.finding("category", Function.identity()));
        findings.add(queue.finding("queue", Queue::name));
        findings.add(priority.finding("priority", Priority::wireName));
        findings.add(obligation.finding("obligation", Router::told));
        secondaryObligation.ifPresent(
                secondary -> findings.add(secondary.finding("secondary-obligation", Router::told)));
        return new Routing(
                language.value(),
                type,
                category.value(),
                queue.value(),
                priority.value(),
                obligation.value().orElse(null),
                secondaryType,
                secondaryObligation.flatMap(Verdict::value).orElse(null),
                rulesVersion,
                List.copyOf(findings));
    }

    /** Who complains and asks waits no longer for the one because of the other. */
    private static Verdict<Priority> moreUrgent(Verdict<Priority> primary, Optional<Verdict<Priority>> secondary) {
        return secondary
                .filter(other -> other.value().compareTo(primary.value()) < 0)
                .orElse(primary);
    }

    private static String told(Optional<Obligation> obligation) {
        return obligation.map(owed -> owed.action() + " by " + owed.dueAt()).orElse("none");
    }
}
