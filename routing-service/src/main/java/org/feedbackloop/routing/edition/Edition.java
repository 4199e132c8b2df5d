package org.feedbackloop.routing.edition;

import java.time.Instant;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.RulesChanged;
import org.feedbackloop.routing.rules.RulesDocument;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the rules, live now or before.
 *
 * @param number counts the changes; 0 is what the replica was started with
 * @param id of the change; none of edition 0
 * @param changedAt none of edition 0
 * @param rolledBackTo the version that was restored by it, if one was
 */
record Edition(
        int number,
        @Nullable EventId id,
        String version,
        PackedText packed,
        @Nullable Instant changedAt,
        String author,
        @Nullable String note,
        @Nullable String rolledBackTo) {

    static Edition startedWith(RulesDocument document) {
        return new Edition(
                0, null, document.version(), PackedText.of(document.text()), null, "(as started)", null, null);
    }

    static Edition of(Event<RulesChanged> event) {
        RulesChanged change = event.data();
        return new Edition(
                change.number(),
                event.id(),
                change.version(),
                PackedText.of(change.text()),
                change.changedAt(),
                change.author(),
                change.note(),
                change.rolledBackTo());
    }

    String text() {
        return packed.text();
    }

    /** What a change that comes after it must be based on. Replicas may have been started with different rules. */
    @Nullable
    String base() {
        return number == 0 ? null : version;
    }
}
