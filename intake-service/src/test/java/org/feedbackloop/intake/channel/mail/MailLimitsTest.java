package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.Adapted;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails that were made to hurt. Each is as large as a mailbox takes where its size is what hurts. */
class MailLimitsTest {

    private static final int LARGE = 4_000_000;
    private static final String HTML = "Content-Type: text/html\r\n\r\n";
    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    private static final String ALTERNATIVE = "Content-Type: multipart/alternative; boundary=b\r\n\r\n";

    enum Hurtful {
        DEEP_MULTIPARTS(() -> nested(5_000)),
        MANY_PARTS(() -> MIXED + filled("--b\r\n\r\nx\r\n")),
        MANY_BLANK_ALTERNATIVES(() -> ALTERNATIVE + filled("--b\r\n\r\n" + " ".repeat(4_000) + "\r\n")),
        MANY_HEADERS(() -> filled("X-A: b\r\n") + "\r\nHello"),
        LONG_HEADER(() -> "Subject: " + filled("=?utf-8?Q?") + "\r\n\r\nHello"),
        LONG_FILE_NAMES(() -> MIXED
                + filled("--b\r\nContent-Disposition: attachment; filename=\"" + "=?a?Q?".repeat(3_000)
                        + "\"\r\n\r\n\r\n")),
        MANY_FILE_NAME_SECTIONS(() -> MIXED + "--b\r\nContent-Disposition: attachment"
                + Stream.iterate(0, n -> n + 1)
                        .limit(1_000)
                        .map(n -> "; filename*" + n + "*=%C3")
                        .reduce("", String::concat)
                + "\r\n\r\nHello\r\n--b--"),
        FOLDED_HEADER(() -> "References: " + filled("\r\n <a@b.example>") + "\r\n\r\nHello"),
        LONG_LIST(() -> HTML + "<ol>" + filled("<li>")),
        DEEP_HTML(() -> HTML + filled("<div>")),
        DEEP_QUOTES(() -> HTML + filled("<blockquote class=gmail_quote>x")),
        MANY_FORMATS(() -> HTML + filled("<b><i><a href=x>")),
        OUTLOOK_RULES(() -> HTML + "<div style='border:none;border-top:solid #E1E1E1'>".repeat(150) + filled("x ")),
        ADDRESSES(() -> "From: " + filled("(\"<,;:") + "\r\n\r\nHello"),
        NO_HEADERS(() -> filled("On 2.3. 10:30 a@b.example\r\n")),
        QUOTE_HEADERS(() -> "A: b\r\n\r\n" + filled("On 2.3. 10:30 a@b.example\r\n")),
        UUENCODED(() -> "A: b\r\n\r\n" + filled("begin 644 a\r\n")),
        BASE64(() -> "Content-Transfer-Encoding: base64\r\n\r\n" + filled("=A*=\r\n")),
        QUOTED_PRINTABLE(() -> "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + filled("=\r\n=Z")),
        NO_LINES(() -> filled("x"));

        private final Supplier<String> mail;

        Hurtful(Supplier<String> mail) {
            this.mail = mail;
        }

        private static String filled(String piece) {
            return piece.repeat(LARGE / piece.length());
        }

        private static String nested(int depth) {
            StringBuilder mail = new StringBuilder();
            for (int level = 0; level < depth; level++) {
                mail.append("Content-Type: multipart/mixed; boundary=b")
                        .append(level)
                        .append("\r\n\r\n--b");
                mail.append(level).append("\r\n");
            }
            return mail.append("\r\nHello").toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_mail_takes_longer_than_its_size_is_worth(Hurtful hurtful) {
        byte[] mail = hurtful.mail.get().getBytes(UTF_8);

        Adapted adapted = Assertions.assertTimeout(
                Duration.ofSeconds(8), () -> new RawMailAdapter(Adapting.NORMALISER).adapt(Adapting.request(mail)));

        assertThat(adapted).isInstanceOf(Adapted.Normalised.class);
    }
}
