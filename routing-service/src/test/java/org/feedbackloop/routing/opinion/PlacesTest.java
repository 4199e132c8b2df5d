package org.feedbackloop.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.feedbackloop.routing.opinion.Opinion.Given;
import org.feedbackloop.routing.opinion.Opinion.Missing;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final MaskedText TEXT = MaskedText.of("hm");

    @Test
    void more_than_there_are_places_is_not_asked_until_one_is_free() {
        List<CompletableFuture<Opinion>> underWay = new ArrayList<>();
        Places two = new Places(
                text -> {
                    underWay.add(new CompletableFuture<>());
                    return underWay.get(underWay.size() - 1);
                },
                2);
        two.ask(TEXT);
        var second = two.ask(TEXT).toCompletableFuture();

        assertThat(answered(two)).isEqualTo(Missing.OVER_BUDGET);
        underWay.get(1).complete(new Given(IDEA));

        assertThat(second).isCompletedWithValue(new Given(IDEA));
        assertThat(two.ask(TEXT).toCompletableFuture()).isNotDone();
        assertThat(answered(two)).isEqualTo(Missing.OVER_BUDGET);
    }

    @Test
    void what_fails_in_whatever_way_leaves_its_place() {
        List<Throwable> failures = new ArrayList<>(List.of(
                new IllegalStateException("broken"),
                new StackOverflowError(),
                new NoClassDefFoundError("a library's")));
        Places one = new Places(
                text -> {
                    Throwable failure = failures.remove(0);
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    return CompletableFuture.failedStage(failure);
                },
                1);

        assertThat(one.ask(TEXT).toCompletableFuture()).isCompletedExceptionally();
        assertThatThrownBy(() -> one.ask(TEXT)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> one.ask(TEXT)).isInstanceOf(NoClassDefFoundError.class);
    }

    private static Opinion answered(Places places) {
        return places.ask(TEXT).toCompletableFuture().join();
    }
}
