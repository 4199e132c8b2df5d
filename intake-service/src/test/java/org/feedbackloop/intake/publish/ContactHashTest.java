package org.feedbackloop.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.junit.jupiter.api.Test;

class ContactHashTest {

    private static final Contact ADA = new Contact(ContactKind.EMAIL, "ada@example.org");

    /** Held against another implementation: {@code printf %s email:ada@example.org | openssl dgst -sha256 -hmac "a secret"}. */
    @Test
    void it_is_the_hmac_of_kind_and_value() {
        assertThat(new ContactHash("a secret").of(ADA)).isEqualTo("V54sVbVJTSYEwdKSH0Zfv7NN8kJBNG8w6lv1cMH_QBI");
    }

    @Test
    void another_secret_or_another_kind_gives_another_hash() {
        ContactHash hash = new ContactHash("a secret");

        assertThat(hash.of(ADA))
                .isNotEqualTo(new ContactHash("another secret").of(ADA))
                .isNotEqualTo(hash.of(new Contact(ContactKind.MESSENGER, ADA.value())));
    }

    @Test
    void many_threads_may_ask_at_once() {
        ContactHash hash = new ContactHash("a secret");
        String expected = hash.of(ADA);

        assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> hash.of(ADA)))
                .containsOnly(expected);
    }
}
