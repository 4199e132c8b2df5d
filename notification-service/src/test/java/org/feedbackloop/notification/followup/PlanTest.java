package org.feedbackloop.notification.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.notification.Asked;
import org.feedbackloop.notification.followup.Plan.Send;
import org.feedbackloop.notification.followup.Plan.Skip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    @Test
    void who_can_be_reached_by_mail_is_written_to() {
        assertThat(Plan.of(Asked.toAcknowledge().at("ada@example.org").request()))
                .isEqualTo(new Send());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EMAIL")
    void for_every_other_kind_of_contact_there_is_no_sender_yet(ContactKind kind) {
        assertThat(Plan.of(Asked.toAcknowledge().at(kind, "4711").request()))
                .isEqualTo(new Skip("there is no sender for " + kind.wireName() + " yet"));
    }

    @Test
    void what_only_looks_like_an_address_is_not_written_to() {
        assertThat(Plan.of(Asked.toAcknowledge().at("ada at example.org").request()))
                .isEqualTo(new Skip("the address is not one that mail can be sent to"));
    }
}
