package org.feedbackloop.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.feedbackloop.crm.identity.Identification.Speaker;
import org.feedbackloop.event.CustomerId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.junit.jupiter.api.Test;

class IdentificationTest {

    private static final Contact MAIL = new Contact(ContactKind.EMAIL, "ada@example.org");
    private static final Contact PHONE = new Contact(ContactKind.PHONE, "+442071838750");
    private static final Contact BROWSER = new Contact(ContactKind.VISITOR, "v-1");
    private static final CustomerId ADA = CustomerId.from(EventId.named("ada"));
    private static final CustomerId BEN = CustomerId.from(EventId.named("ben"));

    @Test
    void a_stranger_gets_the_same_id_at_every_replay() {
        Speaker first = new Identification(Map.of()).speaker("hash of mail", List.of(MAIL));
        Speaker again = new Identification(Map.of()).speaker("hash of mail", List.of(MAIL, PHONE));

        assertThat(first.isNew()).isTrue();
        assertThat(again.customer()).isEqualTo(first.customer());
    }

    @Test
    void who_knows_an_address_and_not_the_secret_cannot_tell_whose_id_it_is() {
        Speaker here = new Identification(Map.of()).speaker("hash by our secret", List.of(MAIL));
        Speaker elsewhere = new Identification(Map.of()).speaker("hash by another secret", List.of(MAIL));

        assertThat(here.customer()).isNotEqualTo(elsewhere.customer());
    }

    @Test
    void a_new_secret_makes_no_new_customer_of_one_whom_we_know() {
        Identification identification = new Identification(Map.of());
        Speaker before = identification.speaker("hash by the old secret", List.of(MAIL));

        assertThat(identification.speaker("hash by the new secret", List.of(MAIL)))
                .isEqualTo(new Speaker(before.customer(), false, 0));
    }

    @Test
    void somebody_who_spoke_earlier_in_the_same_batch_is_known() {
        Identification identification = new Identification(Map.of());
        Speaker first = identification.speaker("key 1", List.of(MAIL));
        Speaker second = identification.speaker("key 2", List.of(MAIL, PHONE));

        assertThat(second).isEqualTo(new Speaker(first.customer(), false, 1));
        assertThat(identification.added()).containsOnlyKeys(MAIL, PHONE);
    }

    @Test
    void two_strong_identities_that_disagree_are_not_merged() {
        Identification identification = new Identification(Map.of(MAIL, ADA, PHONE, BEN));

        assertThat(identification.speaker("key 1", List.of(MAIL, PHONE))).isEqualTo(new Speaker(ADA, false, 0));
        assertThat(identification.added()).isEmpty();
    }

    @Test
    void a_browser_says_nothing_of_who_sits_before_it_once_somebody_gives_a_name() {
        Identification identification = new Identification(Map.of(BROWSER, BEN));

        Speaker speaker = identification.speaker("key 1", List.of(MAIL, BROWSER));

        assertThat(speaker.isNew()).isTrue();
        assertThat(speaker.customer()).isNotEqualTo(BEN);
    }

    @Test
    void a_browser_is_recognised_where_there_is_nothing_better() {
        assertThat(new Identification(Map.of(BROWSER, BEN)).speaker("key 1", List.of(BROWSER)))
                .isEqualTo(new Speaker(BEN, false, 0));
    }

    @Test
    void nobody_named_is_a_customer_of_this_one_feedback() {
        Identification identification = new Identification(Map.of());

        assertThat(identification.speaker("key 1", List.of()).customer())
                .isNotEqualTo(identification.speaker("key 2", List.of()).customer());
    }
}
