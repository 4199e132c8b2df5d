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

/** Tells what is owed, and by when. */
public final class Obligations {

    private final Map<FeedbackType, Duty> duties;

    /** @param duties a type without one obliges us to nothing */
    public Obligations(Map<FeedbackType, Duty> duties) {
        this.duties = Map.copyOf(duties);
    }

    public Verdict<Optional<Obligation>> of(FeedbackType type, WorkingCalendar calendar, Instant learntAt) {
        Duty duty = duties.get(type);
        if (duty == null) {
            return new Verdict<>(
                    Optional.empty(), 1, List.of("nothing is owed for type " + type.wireName()), "obligation");
        }
        WorkingTime acknowledgeWithin = duty.acknowledgeWithin();
        Instant acknowledgeBy = acknowledgeWithin == null ? null : acknowledgeWithin.after(learntAt, calendar);
        var obligation = new Obligation(duty.action(), duty.within().after(learntAt, calendar), acknowledgeBy);

        List<String> evidence = new ArrayList<>();
        evidence.add("type " + type.wireName());
        evidence.add(duty.action() + " within " + duty.within());
        if (acknowledgeWithin != null) {
            evidence.add("acknowledge within " + acknowledgeWithin);
        }
        evidence.add("calendar " + calendar.name());
        return new Verdict<>(Optional.of(obligation), 1, evidence, "obligation");
    }
}
