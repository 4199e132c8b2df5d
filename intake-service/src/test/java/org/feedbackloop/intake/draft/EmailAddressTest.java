package org.feedbackloop.intake.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "ada.king+shop@mail.example.co.uk, ada.king+shop@mail.example.co.uk",
        "o'brien@example.org, o'brien@example.org",
        "1@example.org, 1@example.org",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "жанна@почта.рф, жанна@xn--80a1acny.xn--p1ai",
        "ada@123.example, ada@123.example"
    })
    void addresses_get_one_form(String text, String normal) {
        assertThat(EmailAddress.normalised(text)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@example",
                "ada@@example.org",
                "ada@exa mple.org",
                "a da@example.org",
                "ada@example..org",
                "ada@.example.org",
                "ada@example.org.",
                "ada@-example.org",
                "ada@example-.org",
                "ada@exam_ple.org",
                "ada@127.0.0.1",
                ".ada@example.org",
                "ada.@example.org",
                "a..da@example.org",
                "\"ada\"@example.org",
                "<ada@example.org>",
                "ada@example.org,bob@example.org",
                "ada\u0000@example.org",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmn@example.org"
            })
    void what_reaches_nobody_is_no_address(String text) {
        assertThat(EmailAddress.normalised(text)).isEmpty();
    }
}
