package org.feedbackloop.routing.opinion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who is asked for a second opinion, and how much. What is out of range keeps the service from starting. */
@ConfigMapping(prefix = "routing.second-opinion")
interface OpinionConfig {

    /** Whether anybody is asked. The words of customers then leave this service, without addresses and long numbers. */
    @WithDefault("false")
    boolean enabled();

    /**
     * The endpoint, up to where {@code /chat/completions} follows, such as {@code https://llm.example.org/v1}. Required where
     * this is enabled. With {@code http} words travel in the clear, which is for an endpoint in one's own network.
     */
    Optional<URI> url();

    /** The model's name, as the endpoint knows it. Required where this is enabled. */
    Optional<String> model();

    /** The endpoint's key, sent as a bearer token. Secret. An endpoint of one's own may need none. */
    Optional<String> apiKey();

    /**
     * How long feedback waits for answers, from 100 milliseconds to 10 seconds. All that is read from the broker at once waits
     * for one such time together, and no longer.
     */
    @WithDefault("2s")
    Duration timeout();

    /**
     * Below which confidence the words leave it open, more than 0 and at most 0.7. Of texts like those that the type model
     * learnt from, some 5 in 100 are below 0.4, and of those the words are right about 4 in 10.
     */
    @WithDefault("0.4")
    double below();

    /** How often each replica asks at the most, in any minute, from 1 to 6000. Beyond that the words decide. */
    @WithDefault("60")
    int callsPerMinute();

    /** How many calls of each replica are under way at the most, from 1 to 64. Beyond that the words decide. */
    @WithDefault("8")
    int callsAtOnce();
}
