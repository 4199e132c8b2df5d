package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.intake.Adapting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineMailTest {

    private static final RawMailAdapter ADAPTER = new RawMailAdapter(Adapting.NORMALISER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            out-of-office          | auto-reply
            vacation-by-precedence | auto-reply
            newsletter             | auto-reply
            read-receipt           | auto-reply
            bounce                 | bounce
            bounce-without-report  | bounce
            our-own-mail           | loop
            looped                 | loop
            """)
    void a_machine_is_not_taken_for_a_customer(String sample, String reason) {
        assertThat(reason(Adapting.sample("email/raw/" + sample + ".eml"))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Auto-Submitted: auto-generated                           | auto-reply
            auto-submitted: AUTO-REPLIED; owner-email="a@b.example"  | auto-reply
            Precedence: bulk                                         | auto-reply
            Precedence: Junk                                         | auto-reply
            Precedence: list                                         | auto-reply
            List-Id: <all.shop.example>                              | auto-reply
            X-Auto-Response-Suppress: OOF, AutoReply                 | auto-reply
            X-Autoreply: yes                                         | auto-reply
            X-Autorespond: on holiday                                | auto-reply
            X-Failed-Recipients: nobody@mail.example                 | bounce
            From: MAILER-DAEMON@mx.example (Mail Delivery Subsystem) | bounce
            Return-Path: < >                                         | bounce
            X-Feedback-Id: 1                                         | loop
            X-Loop: anything                                         | loop
            """)
    void one_header_is_enough(String header, String reason) {
        assertThat(reason((header + "\r\nSubject: Re: your order\r\n\r\nThank you.").getBytes(UTF_8)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: No (a person wrote it)",
                "Precedence: normal",
                "Precedence: first-class",
                "X-Auto-Response-Suppress: None",
                "Return-Path: <ada@mail.example>",
                "Subject: Automatic reply: out of office",
                "From: Post Master <post.master@mail.example>",
                "In-Reply-To: <x-feedback-id@acme.example>"
            })
    void in_doubt_a_person_wrote_it(String header) {
        assertThat(Adapting.draft(
                        ADAPTER::adapt, Adapting.request((header + "\r\n\r\nUndeliverable? Why?").getBytes(UTF_8))))
                .isNotNull();
    }

    private static String reason(byte[] mail) {
        return Adapting.setAside(ADAPTER, Adapting.request(mail)).reason();
    }
}
