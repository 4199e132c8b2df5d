package org.feedbackloop.notification.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.org", "ada.l+shop_1@mail.example.org", "o'neill@example.org", "root@localhost"})
    void an_address_is_taken_as_it_is(String address) {
        assertThat(EmailAddress.parse(address).map(EmailAddress::value)).contains(address);
    }

    @Test
    void a_domain_of_other_letters_gets_the_name_that_servers_know() {
        assertThat(EmailAddress.parse("ada@почта.рф").map(EmailAddress::value)).contains("ada@xn--80a1acny.xn--p1ai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org\r\nBcc: eve@example.net",
                "ada@example.org\u0000",
                "ada@example.org, eve@example.net",
                "<ada@example.org>",
                "ada@example.org> SIZE=1",
                "ada@eve@example.org",
                "ada lovelace@example.org",
                "анна@example.org"
            })
    void nothing_that_could_reach_somebody_else_is_taken(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void it_does_not_show_itself_when_printed() {
        assertThat(new EmailAddress("ada@example.org")).hasToString("***");
    }
}
