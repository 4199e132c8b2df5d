package org.feedbackloop.routing.edition;

import java.time.Instant;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.EventType;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.RulesChanged;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.SoundRules;

/** Changes of the rules: {@code change(2, "shop-2").after("shop-1").event()}. */
record Change(String set, int number, String text, String version, String basedOn) {

    static final Instant CHANGED_AT = Instant.parse("2026-06-01T14:40:31Z");

    /** Sound rules that bear a name of their own. */
    static String rules(String name) {
        return SoundRules.TEXT.replace("small-1", name);
    }

    static String versionOf(String name) {
        return RulesDocument.parse(rules(name)).version();
    }

    static Change change(int number, String name) {
        return new Change("default", number, rules(name), versionOf(name), null);
    }

    Change after(String name) {
        return new Change(set, number, text, version, versionOf(name));
    }

    Change basedOn(String base) {
        return new Change(set, number, text, version, base);
    }

    Change of(String ruleSet) {
        return new Change(ruleSet, number, text, version, basedOn);
    }

    /** Rules that this version of the service does not understand, and another might. */
    Change thatNobodyHereUnderstands() {
        return new Change(set, number, text + "colours: [green]\n", version + "x", basedOn);
    }

    Change withAnotherText() {
        return new Change(set, number, text + "# and a word\n", version, basedOn);
    }

    Event<RulesChanged> event() {
        EventId id = EventId.named("a change", set, Integer.toString(number), version, String.valueOf(basedOn));
        return new Event<>(
                id,
                EventType.ROUTING_RULES,
                "/routing-service",
                CHANGED_AT,
                CHANGED_AT,
                set,
                FeedbackId.from(id),
                id,
                set,
                null,
                new RulesChanged(set, number, version, basedOn, text, CHANGED_AT, "ada", null, null));
    }
}
