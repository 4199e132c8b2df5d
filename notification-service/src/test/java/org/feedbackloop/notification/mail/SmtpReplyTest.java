package org.feedbackloop.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.notification.mail.Attempt.NotTaken;
import org.feedbackloop.notification.mail.Attempt.Refused;
import org.feedbackloop.notification.mail.SmtpReply.About;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpReplyTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "RECIPIENT, 550, mailbox unknown",
        "RECIPIENT, 551, user not local",
        "RECIPIENT, 553, mailbox name not allowed",
        "RECIPIENT, 556, domain takes no mail",
        "CONTENT,   552, too large",
        "CONTENT,   554, looks like spam"
    })
    void what_a_server_will_never_take_is_refused(About about, int code, String text) {
        assertThat(new SmtpReply(about, code, code + " " + text).meaning()).isInstanceOf(Refused.class);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "RECIPIENT, 450, try again later",
        "RECIPIENT, 452, mailbox full",
        "CONTENT,   451, local error",
        "RECIPIENT, 421, closing",
        "RECIPIENT, 530, authentication required",
        "RECIPIENT, 503, bad sequence of commands",
        "SENDER,    550, we do not know you",
        "SENDER,    553, sender not allowed"
    })
    void what_may_go_later_or_is_ours_to_mend_is_tried_again(About about, int code, String text) {
        assertThat(new SmtpReply(about, code, code + " " + text).meaning()).isInstanceOf(NotTaken.class);
    }

    @Test
    void the_reason_names_the_codes_and_never_the_address() {
        assertThat(new SmtpReply(About.RECIPIENT, 550, "550 5.1.1 <ada@example.org>: no such mailbox").meaning())
                .isEqualTo(new Refused("the mail server refused the recipient: 550 5.1.1"));
    }
}
