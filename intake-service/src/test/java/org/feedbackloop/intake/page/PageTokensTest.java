package org.feedbackloop.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.feedbackloop.intake.page.PageTokens.PageToken;
import org.junit.jupiter.api.Test;

class PageTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String PAGE = "/forms/contact";

    private final PageTokens tokens = new PageTokens("a secret", Duration.ofSeconds(2), Duration.ofHours(24));

    @Test
    void a_token_that_comes_back_is_known_again() {
        String token = tokens.make(PAGE, NOON);

        PageToken read = tokens.read(PAGE, token, NOON.plusSeconds(60)).orElseThrow();

        assertThat(read.isTooQuick()).isFalse();
        assertThat(read.isStale()).isFalse();
        assertThat(tokens.read(PAGE, token, NOON).orElseThrow().id()).isEqualTo(read.id());
        assertThat(token).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void no_two_pages_have_the_same_token() {
        assertThat(tokens.make(PAGE, NOON)).isNotEqualTo(tokens.make(PAGE, NOON));
    }

    @Test
    void nobody_fills_in_a_page_in_less_than_two_seconds() {
        String token = tokens.make(PAGE, NOON);

        assertThat(tokens.read(PAGE, token, NOON.plusMillis(1999)).orElseThrow().isTooQuick())
                .isTrue();
        assertThat(tokens.read(PAGE, token, NOON.plusMillis(2000)).orElseThrow().isTooQuick())
                .isFalse();
    }

    @Test
    void a_page_that_comes_back_filled_in_may_be_sent_at_once() {
        String token = tokens.makeForFilled(PAGE, NOON);

        assertThat(tokens.read(PAGE, token, NOON).orElseThrow().isTooQuick()).isFalse();
    }

    @Test
    void a_page_that_was_open_for_more_than_a_day_is_stale() {
        String token = tokens.make(PAGE, NOON);

        assertThat(tokens.read(PAGE, token, NOON.plus(Duration.ofHours(24)))
                        .orElseThrow()
                        .isStale())
                .isFalse();
        assertThat(tokens.read(PAGE, token, NOON.plus(Duration.ofHours(25)))
                        .orElseThrow()
                        .isStale())
                .isTrue();
    }

    @Test
    void a_token_of_another_page_or_secret_is_none() {
        String token = tokens.make(PAGE, NOON);
        PageTokens others = new PageTokens("another secret", Duration.ZERO, Duration.ofHours(24));

        assertThat(tokens.read("/forms/ideas", token, NOON)).isEmpty();
        assertThat(tokens.read("/forms/contact2", token, NOON)).isEmpty();
        assertThat(others.read(PAGE, token, NOON)).isEmpty();
    }

    @Test
    void a_token_that_was_altered_in_any_place_is_none() {
        String token = tokens.make(PAGE, NOON);

        assertThat(IntStream.range(0, token.length())
                        .mapToObj(i ->
                                token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1)))
                .allSatisfy(
                        altered -> assertThat(tokens.read(PAGE, altered, NOON)).isEmpty());
    }

    @Test
    void what_never_was_a_token_is_none() {
        assertThat(tokens.read(PAGE, "", NOON)).isEmpty();
        assertThat(tokens.read(PAGE, "3f0e6a52-9a6c-4a59-9c0b-5d4f6a1f9b7e", NOON))
                .isEmpty();
        assertThat(tokens.read(PAGE, "%%%", NOON)).isEmpty();
        assertThat(tokens.read(PAGE, new Seal("a secret", "page").close(new byte[3]), NOON))
                .isEmpty();
    }
}
