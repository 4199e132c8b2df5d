package org.feedbackloop.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;
import static org.feedbackloop.routing.Said.nothing;
import static org.feedbackloop.routing.Said.said;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.routing.opinion.Opinion.Given;
import org.feedbackloop.routing.opinion.Opinion.Missing;
import org.feedbackloop.routing.reading.Statement;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {

    private static final Finding UNSURE = new Finding("type", "other", 0.2, List.of(), "model");
    private static final Finding SURE = new Finding("type", "other", 0.9, List.of(), "model");

    private final Statement statement = said("Well, ada@example.org").statement();

    @Test
    void where_there_is_a_doubt_somebody_is_shown_the_masked_words_and_asked() {
        AtomicReference<MaskedText> shown = new AtomicReference<>();
        Adviser adviser = text -> {
            shown.set(text);
            return CompletableFuture.completedStage(new Given(IDEA));
        };

        assertThat(asked(adviser, UNSURE)).isEqualTo(new Given(IDEA));
        assertThat(shown.get().text()).isEqualTo("Well, [address]");
    }

    @Test
    void where_there_is_none_or_nothing_to_show_nobody_is_asked() {
        Adviser adviser = text -> {
            throw new AssertionError("was asked");
        };

        assertThat(by(adviser).about(statement, SURE)).isEmpty();
        assertThat(by(adviser).about(nothing().statement(), UNSURE)).isEmpty();
        assertThat(SecondOpinion.OFF.about(statement, UNSURE)).isEmpty();
    }

    @Test
    void whoever_never_answers_is_not_waited_for() {
        assertThat(asked(text -> new CompletableFuture<>(), UNSURE)).isEqualTo(Missing.TIMED_OUT);
    }

    @Test
    void whoever_fails_in_whatever_way_has_no_opinion() {
        Adviser broken = text -> {
            throw new IllegalStateException("broken");
        };
        Adviser unlinked = text -> {
            throw new NoClassDefFoundError("a library's");
        };
        Adviser breaking = text -> CompletableFuture.failedStage(new StackOverflowError());
        Adviser silent = text -> CompletableFuture.completedStage(null);

        assertThat(asked(broken, UNSURE)).isEqualTo(Missing.FAILED);
        assertThat(asked(unlinked, UNSURE)).isEqualTo(Missing.FAILED);
        assertThat(asked(breaking, UNSURE)).isEqualTo(Missing.FAILED);
        assertThat(asked(silent, UNSURE)).isEqualTo(Missing.FAILED);
    }

    private Opinion asked(Adviser adviser, Finding type) {
        return by(adviser).about(statement, type).orElseThrow().join();
    }

    private static SecondOpinion by(Adviser adviser) {
        return SecondOpinion.by(adviser, new Doubt(0.4), Duration.ofMillis(100));
    }
}
