package org.feedbackloop.routing.obligation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.routing.queue.WorkingCalendar;
import org.feedbackloop.routing.queue.WorkingTime;
import org.feedbackloop.routing.reading.Verdict;
import org.jspecify.annotations.Nullable;

/** Tells what is owed, and by when. */
public final class Obligations {

    private final Map<FeedbackType, Duty> duties;
    private final Map<String, Duty> dutiesOfHarm;

    /**
     * @param duties a type without one obliges us to nothing
     * @param dutiesOfHarm by kind; what is owed besides, or instead where it is sooner
     */
    public Obligations(Map<FeedbackType, Duty> duties, Map<String, Duty> dutiesOfHarm) {
        this.duties = Map.copyOf(duties);
        this.dutiesOfHarm = Map.copyOf(dutiesOfHarm);
    }

    /** @param harm the kind that was heard; none where none was */
    public Verdict<Optional<Obligation>> of(
            FeedbackType type, @Nullable String harm, WorkingCalendar calendar, Instant learntAt) {
        Duty ofType = duties.get(type);
        Duty ofHarm = harm == null ? null : dutiesOfHarm.get(harm);
        if (ofType == null && ofHarm == null) {
            return new Verdict<>(
                    Optional.empty(), 1, List.of("nothing is owed for type " + type.wireName()), "obligation");
        }
        List<String> evidence = new ArrayList<>();
        Obligation owed = null;
        if (ofHarm != null) {
            evidence.add("harm " + harm);
            owed = owed(ofHarm, calendar, learntAt, evidence);
        }
        if (ofType != null) {
            evidence.add("type " + type.wireName());
            Obligation besides = owed(ofType, calendar, learntAt, evidence);
            owed = owed == null ? besides : sooner(owed, besides);
        }
        evidence.add("calendar " + calendar.name());
        return new Verdict<>(Optional.ofNullable(owed), 1, evidence, "obligation");
    }

    private static Obligation owed(Duty duty, WorkingCalendar calendar, Instant learntAt, List<String> evidence) {
        WorkingTime acknowledgeWithin = duty.acknowledgeWithin();
        evidence.add(duty.action() + " within " + duty.within());
        if (acknowledgeWithin != null) {
            evidence.add("acknowledge within " + acknowledgeWithin);
        }
        return new Obligation(
                duty.action(),
                duty.within().after(learntAt, calendar),
                acknowledgeWithin == null ? null : acknowledgeWithin.after(learntAt, calendar));
    }

    /** Both, at the times that satisfy both. */
    private static Obligation sooner(Obligation first, Obligation besides) {
        return new Obligation(
                first.action(),
                first.dueAt().isBefore(besides.dueAt()) ? first.dueAt() : besides.dueAt(),
                sooner(first.acknowledgeBy(), besides.acknowledgeBy()));
    }

    private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
