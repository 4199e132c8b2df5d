package org.feedbackloop.routing.load;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.CaseStatus;

/**
 * Counts the open cases of each queue. What was answered waits for no consultant, and does not count.
 *
 * <p>One thread tells, any may ask.
 */
public final class OpenCases {

    /** Some 20 MB. Who has more open than this needs no count to know that there are too many. */
    static final int MOST = 200_000;

    /** A relay that died in the middle of a batch sends that batch again: what comes twice comes twice soon. */
    private static final int REMEMBERED_EVENTS = 20_000;

    private final int most;

    private final Set<EventId> told = Collections.newSetFromMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventId, Boolean> eldest) {
            return size() > REMEMBERED_EVENTS;
        }
    });

    /** The queue of each, the one that was told longest ago first. */
    private final Map<CaseId, String> queues = new LinkedHashMap<>();

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    public OpenCases() {
        this(MOST);
    }

    /** @param most how many are remembered; beyond, those are forgotten that were told longest ago */
    OpenCases(int most) {
        this.most = most;
    }

    /** The first of each counts. The second may come behind newer ones, and would open again what is closed. */
    public void note(EventId id, CaseChanged change) {
        if (!told.add(id)) {
            return;
        }
        String before = queues.remove(change.caseId());
        if (before != null) {
            counts.merge(before, -1, Integer::sum);
        }
        if (change.status() == CaseStatus.OPEN) {
            if (queues.size() == most) {
                forgetEldest();
            }
            queues.put(change.caseId(), change.queue());
            counts.merge(change.queue(), 1, Integer::sum);
        }
    }

    private void forgetEldest() {
        Iterator<String> eldest = queues.values().iterator();
        counts.merge(eldest.next(), -1, Integer::sum);
        eldest.remove();
    }

    public int in(String queue) {
        return counts.getOrDefault(queue, 0);
    }

    public int inAll() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
