package org.feedbackloop.routing.opinion;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.feedbackloop.routing.opinion.Opinion.Missing;
import org.jboss.logging.Logger;

/**
 * Asks the endpoint: once, for no longer than its timeout, within the budget, and not at all for a while after it has failed
 * too often. Each replica counts for itself.
 */
final class OpinionRelay implements Adviser {

    private static final Logger LOG = Logger.getLogger(OpinionRelay.class);

    /** One word, or an object with one in it. */
    private static final int MOST_TOKENS = 16;

    /** Of the last so many calls, half may fail. */
    private static final int CALLS_JUDGED = 8;

    private static final double FAILURES_BORNE = 0.5;
    private static final int SECONDS_LEFT_ALONE = 30;

    private final ChatModel model;
    private final TypedGuard<CompletionStage<Opinion>> guard;

    private OpinionRelay(ChatModel model, Endpoint endpoint, Budget budget) {
        this.model = model;
        guard = TypedGuard.create(new TypeLiteral<CompletionStage<Opinion>>() {})
                .withCircuitBreaker()
                .requestVolumeThreshold(CALLS_JUDGED)
                .failureRatio(FAILURES_BORNE)
                .delay(SECONDS_LEFT_ALONE, ChronoUnit.SECONDS)
                .skipOn(RateLimitException.class)
                .name(circuit(endpoint.model()))
                .onStateChange(OpinionRelay::tell)
                .done()
                .withRateLimit()
                .limit(budget.callsPerMinute())
                .window(1, ChronoUnit.MINUTES)
                .type(RateLimitType.ROLLING)
                .done()
                .withTimeout()
                .duration(endpoint.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withThreadOffload(true)
                .build();
    }

    static Adviser to(Endpoint endpoint, Budget budget) {
        return to(
                OpenAiChatModel.builder()
                        .httpClientBuilder(new EndpointSender.Builder(endpoint.timeout()))
                        .baseUrl(endpoint.url().toString())
                        .apiKey(endpoint.apiKey())
                        .modelName(endpoint.model())
                        .temperature(0.0)
                        .maxTokens(MOST_TOKENS)
                        .maxRetries(0)
                        .build(),
                endpoint,
                budget);
    }

    static Adviser to(ChatModel model, Endpoint endpoint, Budget budget) {
        // No bulkhead of the guard: it stands behind the rate limit, and what it refused would use up the budget.
        return new Places(new OpinionRelay(model, endpoint, budget), budget.callsAtOnce());
    }

    /** By which the circuit of a model is known to whoever looks after it. */
    static String circuit(String model) {
        return "second-opinion " + model;
    }

    @Override
    public CompletionStage<Opinion> ask(MaskedText text) {
        return guarded(text).exceptionally(OpinionRelay::missing);
    }

    /** Whatever goes wrong goes wrong in the stage, and is told there. */
    private CompletionStage<Opinion> guarded(MaskedText text) {
        try {
            Prompt prompt = Prompt.about(text);
            return guard.get(() -> answer(prompt));
        } catch (Throwable e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** The guard leaves an error to the thread that it gave the call to, and would wait for its own timeout. */
    private CompletionStage<Opinion> answer(Prompt prompt) {
        try {
            return CompletableFuture.completedStage(
                    Opinion.of(model.chat(SystemMessage.from(prompt.instruction()), UserMessage.from(prompt.feedback()))
                            .aiMessage()
                            .text()));
        } catch (Throwable e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static Opinion missing(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof CircuitBreakerOpenException) {
            return Missing.CIRCUIT_OPEN;
        }
        if (failure instanceof RateLimitException) {
            return Missing.OVER_BUDGET;
        }
        // Its kind alone: the message may be the endpoint's, which may repeat the customer's.
        LOG.warnf("second-opinion-failed reason=%s", failure.getClass().getSimpleName());
        return failure instanceof TimeoutException || failure instanceof dev.langchain4j.exception.TimeoutException
                ? Missing.TIMED_OUT
                : Missing.FAILED;
    }

    private static void tell(CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warnf("second-opinion-left-alone seconds=%d", SECONDS_LEFT_ALONE);
            case CLOSED -> LOG.info("second-opinion-back");
            case HALF_OPEN -> LOG.debug("second-opinion-tried");
        }
    }
}
