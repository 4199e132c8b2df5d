package org.feedbackloop.routing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;
import static org.feedbackloop.event.v1.FeedbackType.QUESTION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.routing.Corrected;
import org.feedbackloop.routing.training.Corrections.Merged;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Corrections corrections = new Corrections();
    private final Event<FeedbackReceived> said = Corrected.said("It would be\tnice\nif it worked");

    @Test
    void the_last_correction_of_a_feedback_counts_however_they_arrive() {
        corrections.add(Corrected.correction(said, IDEA, NOON.plusSeconds(60)));
        corrections.add(Corrected.correction(said, QUESTION, NOON));

        assertThat(merged(List.of()).lines())
                .containsExactly(heading(said), "idea\t-\tIt would be nice\\nif it worked");
    }

    @Test
    void what_was_exported_before_is_not_exported_again() {
        corrections.add(Corrected.correction(said, IDEA, NOON));
        Merged first = merged(List.of());

        assertThat(first.changed()).isOne();
        assertThat(merged(first.lines())).isEqualTo(new Merged(first.lines(), 0));
    }

    @Test
    void what_was_corrected_again_since_takes_the_place_of_what_was_exported() {
        corrections.add(Corrected.correction(said, IDEA, NOON));
        List<String> before = merged(List.of()).lines();
        corrections.add(Corrected.correction(said, QUESTION, NOON.plusSeconds(60)));

        Merged after = merged(before);

        assertThat(after.lines()).containsExactly(heading(said), "question\t-\tIt would be nice\\nif it worked");
        assertThat(after.changed()).isOne();
    }

    @Test
    void what_else_the_file_holds_stays() {
        corrections.add(Corrected.correction(said, IDEA, NOON));
        List<String> before = List.of("# ours", "praise\t-\tNice", "# feedback of-old", "complaint\t-\tBad");

        assertThat(merged(before).lines())
                .containsExactly(
                        "# ours",
                        "praise\t-\tNice",
                        "# feedback of-old",
                        "complaint\t-\tBad",
                        heading(said),
                        "idea\t-\tIt would be nice\\nif it worked");
    }

    @Test
    void other_changes_of_a_case_are_no_corrections() {
        corrections.add(Corrected.change(said, CaseChange.ANSWERED, COMPLAINT, NOON));

        assertThat(corrections.feedback()).isEmpty();
    }

    @Test
    void a_feedback_that_is_no_longer_there_cannot_be_learnt_from() {
        corrections.add(Corrected.correction(said, IDEA, NOON));

        assertThat(corrections.into(List.of(), Map.of())).isEqualTo(new Merged(List.of(), 0));
    }

    @Test
    void addresses_and_long_numbers_stay_behind() {
        Event<FeedbackReceived> addressed =
                Corrected.said("Call +48 600 555 134 or write to ada@example.org, order 12");
        corrections.add(Corrected.correction(addressed, QUESTION, NOON));

        assertThat(corrections.into(List.of(), of(addressed)).lines())
                .contains("question\t-\tCall 000000 or write to @ order 12");
    }

    private Merged merged(List<String> file) {
        return corrections.into(file, of(said));
    }

    private static String heading(Event<FeedbackReceived> event) {
        return "# feedback " + event.data().feedbackId();
    }

    private static Map<FeedbackId, FeedbackReceived> of(Event<FeedbackReceived> event) {
        return Map.of(event.data().feedbackId(), event.data());
    }
}
