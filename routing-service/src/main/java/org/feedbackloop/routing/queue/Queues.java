package org.feedbackloop.routing.queue;

import java.util.List;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Verdict;

/** Finds the queue: the first that answers for the category and speaks the language, else the fallback. */
public final class Queues {

    private final List<Queue> queues;
    private final Queue fallback;

    public Queues(List<Queue> queues, Queue fallback) {
        this.queues = List.copyOf(queues);
        this.fallback = fallback;
    }

    public Verdict<Queue> of(String category, Language language) {
        for (Queue queue : queues) {
            if (queue.answersFor(category) && queue.speaks(language)) {
                return new Verdict<>(queue, 1, List.of("category " + category, "language " + language), "queue");
            }
        }
        return new Verdict<>(
                fallback, 1, List.of("no queue for category " + category + " in language " + language), "fallback");
    }
}
