package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which mails are one conversation. */
class MailThreadTest {

    private static final String FIRST = "Message-ID: <first@mail.example>\r\n";
    private static final String ADA = "From: Ada <ada@mail.example>\r\n";
    private static final String JAN = "From: Jan <jan@mail.example>\r\n";

    @Test
    void what_one_sender_writes_in_one_thread_is_one_conversation() {
        @Nullable String begun = conversation(ADA + FIRST);

        assertThat(begun).isNotNull();
        assertThat(conversation(ADA + "Message-ID: <2@mail.example>\r\nIn-Reply-To: <first@mail.example>\r\n"))
                .isEqualTo(begun);
        assertThat(conversation("From: ADA@mail.example\r\nMessage-ID: <3@mail.example>\r\n"
                        + "In-Reply-To: <ours@acme.example>\r\n"
                        + "References: <first@mail.example>\r\n <2@mail.example> <ours@acme.example>\r\n"))
                .isEqualTo(begun);
    }

    @Test
    void who_answers_in_the_thread_of_another_has_a_conversation_of_their_own() {
        assertThat(conversation(JAN + "Message-ID: <4@mail.example>\r\nReferences: <first@mail.example>\r\n"))
                .isNotEqualTo(conversation(ADA + FIRST));
    }

    @Test
    void another_thread_is_another_conversation() {
        assertThat(conversation(ADA + "Message-ID: <another@mail.example>\r\n"))
                .isNotEqualTo(conversation(ADA + FIRST));
    }

    @Test
    void a_mail_without_any_id_is_in_none() {
        assertThat(conversation(ADA)).isNull();
        assertThat(conversation(ADA + "References: nonsense <> <\r\n")).isNull();
    }

    @Test
    void the_conversation_tells_no_address() {
        assertThat(conversation(ADA + FIRST)).doesNotContain("ada", "first");
    }

    private static @Nullable String conversation(String headers) {
        byte[] mail = (headers + "\r\nHello").getBytes(UTF_8);
        return ((FeedbackDraft) Adapting.draft(new RawMailAdapter(Adapting.NORMALISER)::adapt, Adapting.request(mail)))
                .conversation();
    }
}
