package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Draft;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;

/** Hands requests to adapters as the door does, without a server. */
public final class Adapting {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final Normaliser NORMALISER = new Normaliser("GB");
    public static final String SECRET = "a-secret-of-the-tests";
    public static final String PUBLIC_URL = "https://feedback.example.org";

    private Adapting() {}

    /** @param headers name, value, name, value */
    public static RawRequest request(byte[] body, String... headers) {
        return requestTo("/v1/channels/any", body, headers);
    }

    /** @param headers name, value, name, value */
    public static RawRequest requestTo(String pathAndQuery, byte[] body, String... headers) {
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            known.put(headers[i], headers[i + 1]);
        }
        return new RawRequest(known::get, PUBLIC_URL + pathAndQuery, body, NOW);
    }

    public static Normalised normalised(Function<RawRequest, Adapted> adapter, RawRequest request) {
        return adapter.apply(request).fold(all -> all, problem -> {
            throw new AssertionError(problem);
        });
    }

    /** The only thing that a request says. */
    public static Draft draft(Function<RawRequest, Adapted> adapter, RawRequest request) {
        Normalised normalised = normalised(adapter, request);
        if (normalised.drafts().size() != 1 || !normalised.setAside().isEmpty()) {
            throw new AssertionError(normalised);
        }
        return normalised.drafts().get(0);
    }

    public static FeedbackDraft feedback(ChannelAdapter adapter, String json) {
        return (FeedbackDraft) draft(adapter::adapt, request(json.getBytes(UTF_8), "Content-Type", "application/json"));
    }

    /** The only thing that a request says which is of no use to us. */
    public static SetAside setAside(ChannelAdapter adapter, RawRequest request) {
        Normalised normalised = normalised(adapter::adapt, request);
        if (normalised.setAside().size() != 1 || !normalised.drafts().isEmpty()) {
            throw new AssertionError(normalised);
        }
        return normalised.setAside().get(0);
    }

    public static Problem problem(Function<RawRequest, Adapted> adapter, RawRequest request) {
        return adapter.apply(request)
                .fold(
                        normalised -> {
                            throw new AssertionError(normalised);
                        },
                        problem -> problem);
    }

    /** @param name on the class path below {@code /samples/} */
    public static byte[] sample(String name) {
        try (var in = Adapting.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new AssertionError("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
