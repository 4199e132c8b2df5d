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
import org.feedbackloop.routing.queue.WorkingCalendar;
import org.feedbackloop.routing.queue.Workload;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.reading.Verdict;
import org.feedbackloop.routing.rules.Rules;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.type.TypeModel;
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
        types = new Types(rules.cues(), rules.negations(), TypeModel.shipped());
        categories = new Categories(rules.categories());
        harms = new Harms(rules.harm());
        skills = new Skills(rules.skillsOfCategories(), rules.skills());
        queues = new Queues(rules.queues(), rules.fallback(), workload);
        priorities = new Priorities(rules.worstScore(), rules.priorities(), rules.classes());
        obligations = new Obligations(rules.duties(), rules.dutiesOfHarm());
    }

    private Router(Router other, Queues queues) {
        this.queues = queues;
        reads = other.reads;
        general = other.general;
        rulesVersion = other.rulesVersion;
        languages = other.languages;
        types = other.types;
        categories = other.categories;
        harms = other.harms;
        skills = other.skills;
        priorities = other.priorities;
        obligations = other.obligations;
    }

    /** The same, as if every queue had room. */
    public Router regardlessOfLoad() {
        return new Router(this, queues.regardlessOfLoad());
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
                null,
                null,
                rulesVersion,
                List.of(),
                false,
                null);
    }

    private Routing read(Statement statement, Instant learntAt) {
        var language = languages.of(statement);
        var typed = types.of(statement, language.value());
        FeedbackType type = typed.type();
        FeedbackType secondaryType = typed.secondaryType().orElse(null);
        var category = categories.of(statement, language.value());
        HarmHeard harm = harms.in(statement.words()).orElse(null);
        var queue =
                queues.of(category.value(), toBeRead(statement, language.value()), skill(harm, category.value(), type));
        var priority = moreUrgent(
                priorities.of(statement, type, harm),
                typed.secondaryType().map(secondary -> priorities.of(statement, secondary, harm)));
        String kind = harm == null ? null : harm.harm().kind();
        WorkingCalendar calendar = queue.value().queue().calendar();
        var obligation = obligations.of(type, kind, calendar, learntAt);
        var secondaryObligation =
                typed.secondaryType().map(secondary -> obligations.of(secondary, null, calendar, learntAt));

        List<Finding> findings = new ArrayList<>();
        findings.add(language.finding("language", Language::code));
        findings.add(typed.primary().finding("type", FeedbackType::wireName));
        typed.secondary()
                .ifPresent(secondary -> findings.add(secondary.finding("secondary-type", FeedbackType::wireName)));
        findings.add(category.finding("category", Function.identity()));
        findings.add(queue.finding("queue", placement -> placement.queue().name()));
        findings.add(priority.finding("priority", Priority::wireName));
        findings.add(obligation.finding("obligation", Router::told));
        secondaryObligation.ifPresent(
                secondary -> findings.add(secondary.finding("secondary-obligation", Router::told)));
        return new Routing(
                language.value(),
                type,
                category.value(),
                queue.value().queue(),
                priority.value(),
                obligation.value().orElse(null),
                secondaryType,
                secondaryObligation.flatMap(Verdict::value).orElse(null),
                rulesVersion,
                List.copyOf(findings),
                harm != null && harm.harm().supervisor(),
                queue.value().overflowFrom());
    }

    /** None where there are no words, unless the channel says which language the customer will want an answer in. */
    private static @Nullable Language toBeRead(Statement statement, Language language) {
        return language.isDetermined() || !Languages.isWordless(statement) ? language : null;
    }

    /** Harm asks before what it is about, and that before its type. */
    private @Nullable Skill skill(@Nullable HarmHeard harm, String category, FeedbackType type) {
        String ofHarm = harm == null ? null : harm.harm().skill();
        return harm != null && ofHarm != null
                ? new Skill(ofHarm, "harm " + harm.harm().kind())
                : skills.askedBy(category, type).orElse(null);
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
