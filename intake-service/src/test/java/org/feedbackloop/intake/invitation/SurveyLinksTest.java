package org.feedbackloop.intake.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.IntStream;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.page.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyLinksTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private final SurveyLinks links = new SurveyLinks("a secret");

    @ParameterizedTest
    @CsvSource({"CUSTOMER_NUMBER, C-1001", "EMAIL, ada@example.org", "PHONE, +442079460000", "CUSTOMER_NUMBER, شماره ۱"
    })
    void a_link_says_whom_it_invites_to_what(ContactKind kind, String customer) {
        Invitation invitation = new Invitation("after-delivery", new Contact(kind, customer), "fa", MAY);

        assertThat(links.read(links.token(invitation))).contains(invitation);
    }

    @Test
    void a_link_is_short_and_safe_in_addresses() {
        assertThat(links.token(toAda())).matches("[A-Za-z0-9_-]{1,80}");
    }

    @Test
    void the_same_invitation_is_the_same_link() {
        assertThat(links.token(toAda())).isEqualTo(links.token(toAda()));
    }

    @Test
    void a_link_that_is_over_can_be_read_and_says_so() {
        Invitation read = links.read(links.token(toAda())).orElseThrow();

        assertThat(read.isOver(MAY.minusSeconds(1))).isFalse();
        assertThat(read.isOver(MAY)).isTrue();
    }

    @Test
    void a_link_that_was_altered_in_any_place_is_none() {
        String token = links.token(toAda());

        assertThat(IntStream.range(0, token.length())
                        .mapToObj(i ->
                                token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1)))
                .allSatisfy(altered -> assertThat(links.read(altered)).isEmpty());
        assertThat(links.read(token + "A")).isEmpty();
        assertThat(links.read(token + "=")).isEmpty();
        assertThat(links.read(token.substring(1))).isEmpty();
    }

    @Test
    void a_link_of_another_secret_or_for_another_purpose_is_none() {
        assertThat(new SurveyLinks("another secret").read(links.token(toAda()))).isEmpty();
        assertThat(links.read(new Seal("a secret", "page").close(new byte[40]))).isEmpty();
        assertThat(links.read(new Seal("a secret", "survey").close(new byte[] {1, 2})))
                .isEmpty();
        assertThat(links.read(new Seal("a secret", "survey").close(new byte[] {1, 0, 0, 0, 0, 'e', 'x'})))
                .isEmpty();
    }

    @Test
    void a_customer_whom_nobody_writes_to_cannot_be_invited() {
        Invitation visitor = new Invitation("nps", new Contact(ContactKind.VISITOR, "v-1"), null, MAY);

        assertThatIllegalArgumentException().isThrownBy(() -> links.token(visitor));
    }

    private static Invitation toAda() {
        return new Invitation("after-delivery", new Contact(ContactKind.EMAIL, "ada@example.org"), null, MAY);
    }
}
