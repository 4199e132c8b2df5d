package org.feedbackloop.crm.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.crm.Heard.NOON;
import static org.feedbackloop.crm.Office.CASE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.feedbackloop.crm.Office;
import org.feedbackloop.crm.timeline.TimelineKind;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.FeedbackType;
import org.junit.jupiter.api.Test;

class ReclassifyingTest {

    private static final Instant LATER = NOON.plusSeconds(3_600);

    private final Office office = Office.withAnOpenCase();
    private final Reclassifying reclassifying =
            new Reclassifying(office, office, office, office, Clock.fixed(LATER, ZoneOffset.UTC));

    @Test
    void the_world_is_told_what_it_is_and_what_it_was_taken_for() {
        assertThat(reclassifying.reclassify(CASE, FeedbackType.IDEA, "carol"))
                .hasValueSatisfying(corrected -> assertThat(corrected.type()).isEqualTo(FeedbackType.IDEA));

        assertThat(office.published).singleElement().satisfies(event -> {
            CaseChanged told = (CaseChanged) event.data();
            assertThat(told.change()).isEqualTo(CaseChange.RECLASSIFIED);
            assertThat(told.type()).isEqualTo(FeedbackType.IDEA);
            assertThat(told.previousType()).isEqualTo(FeedbackType.COMPLAINT);
            assertThat(told.consultant()).isEqualTo("carol");
            assertThat(event.causationId()).isEqualTo(Office.OPENED);
            assertThat(event.id()).isEqualTo(office.theCase().lastEvent());
        });
        assertThat(office.timeline)
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(TimelineKind.CASE_RECLASSIFIED));
    }

    @Test
    void to_say_what_already_is_so_changes_nothing() {
        assertThat(reclassifying.reclassify(CASE, FeedbackType.COMPLAINT, "carol"))
                .contains(office.theCase());

        assertThat(office.published).isEmpty();
        assertThat(office.timeline).isEmpty();
    }

    @Test
    void what_happened_to_the_case_meanwhile_stays() {
        Progress closed = new Progress.Closed("ben", NOON, LATER);
        office.where(() -> office.keep(office.theCase().moved(closed, EventId.named("closed"))));

        reclassifying.reclassify(CASE, FeedbackType.IDEA, "carol");

        assertThat(office.theCase().progress()).isEqualTo(closed);
        assertThat(office.published)
                .singleElement()
                .satisfies(event -> assertThat(event.causationId()).isEqualTo(EventId.named("closed")));
    }

    @Test
    void there_and_back_again_are_two_corrections() {
        reclassifying.reclassify(CASE, FeedbackType.IDEA, "carol");
        reclassifying.reclassify(CASE, FeedbackType.COMPLAINT, "ben");
        reclassifying.reclassify(CASE, FeedbackType.IDEA, "carol");

        assertThat(office.published)
                .extracting(event -> event.id())
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void a_case_that_is_none_has_no_type() {
        assertThat(reclassifying.reclassify(CaseId.from(EventId.named("nowhere")), FeedbackType.IDEA, "carol"))
                .isEmpty();
    }
}
