package org.feedbackloop.journey;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody says something at the door, so many times a second, until it is enough. Nobody has to be answered for it. */
final class SteadyPosts {

    private static final int THREADS = 8;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final FeedbackLoop system;
    private final String mark;
    private final String category;

    private SteadyPosts(FeedbackLoop system, String mark, String category) {
        this.system = system;
        this.mark = mark;
        this.category = category;
    }

    /** @param perSecond at the most: to catch up would be to post as fast as the machine can */
    static SteadyPosts begin(FeedbackLoop system, int perSecond, String words, String category) {
        SteadyPosts posts = new SteadyPosts(system, words + " " + UUID.randomUUID(), category);
        long pauseMicros = TimeUnit.SECONDS.toMicros(THREADS) / perSecond;
        for (int thread = 0; thread < THREADS; thread++) {
            posts.threads.scheduleWithFixedDelay(
                    posts::post, thread * pauseMicros / THREADS, pauseMicros, TimeUnit.MICROSECONDS);
        }
        return posts;
    }

    /** What all that is said begins with, and nothing else. */
    String mark() {
        return mark;
    }

    /** The ids of what was accepted. */
    Set<String> end() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("posts that do not end");
        }
        return Set.copyOf(accepted);
    }

    private void post() {
        HttpResponse<String> answer = system.post(
                "/v1/feedback",
                "application/json",
                "{\"channel\":\"web-form\",\"type\":\"other\",\"text\":\"" + mark + "\",\"about\":{\"category\":\""
                        + category + "\"}}",
                UUID.randomUUID().toString());
        if (answer.statusCode() == 202) {
            accepted.add(FeedbackLoop.json(answer.body()).path("feedbackId").asText());
        }
    }
}
