package org.feedbackloop.routing.opinion;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where to ask. Redacts its key when printed.
 *
 * @param url up to where {@code /chat/completions} follows
 * @param apiKey none where the endpoint asks for none
 * @param timeout of one call, from its beginning to the last byte of the answer
 */
record Endpoint(URI url, String model, @Nullable String apiKey, Duration timeout) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    Endpoint {
        String scheme = url.getScheme();
        if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("routing.second-opinion.url is no address of http or https with a host");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "routing.second-opinion.url holds more than host and path; a key goes to routing.second-opinion.api-key");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("routing.second-opinion.model is empty");
        }
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "routing.second-opinion.timeout is from 100 milliseconds to 10 seconds, not " + timeout.toMillis()
                            + " milliseconds");
        }
    }

    @Override
    public String toString() {
        return "Endpoint[" + url + ", " + model + ", " + timeout + "]";
    }
}
