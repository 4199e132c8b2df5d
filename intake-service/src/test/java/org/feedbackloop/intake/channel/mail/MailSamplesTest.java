package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.SampleTally;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails of others, sound and broken, and the examples of those who forward mails. */
class MailSamplesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final RawMailAdapter RAW = new RawMailAdapter(Adapting.NORMALISER);

    @Test
    void every_mail_can_be_read() {
        SampleTally tally = new SampleTally(RAW);

        for (Path mail : mails()) {
            assertThat(tally.take(Adapting.request(bytes(mail))).drafts())
                    .as(mail.getFileName().toString())
                    .allSatisfy(draft -> {
                        assertThat(draft.messageId()).isNotNull();
                        // What a wrong charset leaves behind.
                        assertThat(((FeedbackDraft) draft).text()).doesNotContain("\uFFFD", "Ã¤", "Ã¼", "â€", "\u001b");
                    });
        }

        tally.print();
        assertThat(tally.samples()).isEqualTo(104);
        assertThat(tally.accepted()).isEqualTo(95);
        assertThat(tally.setAside()).isEqualTo(Map.of("auto-reply", 1, "bounce", 3, "empty", 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mikel-multi_charset-japanese                                | まみむめも        | かきくえこ
            mikel-plain_emails-raw_email                                | 한국말로          | 우리는 하나님을 믿습니다.
            mikel-plain_emails-raw_email10                              |                   | Envoyé par le service
            mikel-rfc2822-example14                                     | テストテスト      | Hello
            mime4j-mimetools-german                                     | 34Mbit/s          | steht der POP schon zur Verfügung!
            mime4j-mimetools-german-qp                                  | Testnachricht     | Sönderzäichen
            mime4j-mimetools-twopart                                    |                   | Términos y Condiciones\\n¿Contraseña? Álbum\\nêtes le propriétaire\\nfür geschäftliche
            mime4j-mimetools-intl                                       | If you can read this you understand the example... so, cool! | How's this?
            mime4j-testmsgs-qp-body                                     | subject           | content with euro € symbol
            chatwoot-mail_with_quote                                    | Checking mail     | Yes, I am providing you step how to reproduce this issue
            """)
    void a_mail_is_read_in_the_charset_that_it_was_written_in(String mail, String subject, String text) {
        FeedbackDraft draft = feedback(RAW, Adapting.request(bytes(SharedSamples.require("mails/" + mail + ".eml"))));

        assertThat(draft.text()).contains(text.replace("\\n", "\n"));
        if (subject != null) {
            assertThat(draft.subject()).contains(subject);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mime4j-mimetools-russian, Список.doc",
        "mime4j-testmsgs-russian-headers, Список.doc",
        "mime4j-mimetools-attachment-filename-encoding-Latin1, attachment.äöü",
        "mime4j-mimetools-attachment-filename-encoding-UTF8, attachment.äöü"
    })
    void a_file_has_the_name_that_its_sender_gave_it(String mail, String file) {
        FeedbackDraft draft = feedback(RAW, Adapting.request(bytes(SharedSamples.require("mails/" + mail + ".eml"))));

        assertThat(draft.attachments())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo(file));
    }

    @Test
    void every_sample_of_mailgun_goes_through_and_its_signature_is_right() {
        MailgunAdapter adapter = new MailgunAdapter(Adapting.NORMALISER);
        SampleTally tally = new SampleTally(adapter);

        for (JsonNode sample : samples("mailgun_")) {
            RawRequest form = form(sample.get("body"));
            assertExpected(sample.get("expected"), (FeedbackDraft)
                    tally.take(form).drafts().get(0));
            String key = sample.get("signing_key").asText();
            assertThat(adapter.isAuthentic(form, key)).isTrue();
            assertNoAlteredByteIsAuthentic(adapter, sample.get("body"), key);
        }

        tally.print();
        assertThat(tally.accepted()).isEqualTo(2);
    }

    @Test
    void every_sample_of_sendgrid_goes_through() {
        SampleTally tally = new SampleTally(new SendGridAdapter(Adapting.NORMALISER));

        for (JsonNode sample : samples("sendgrid_")) {
            assertExpected(sample.get("expected"), (FeedbackDraft)
                    tally.take(form(sample.get("body"))).drafts().get(0));
        }

        tally.print();
        assertThat(tally.accepted()).isEqualTo(2);
    }

    @Test
    void every_sample_of_postmark_goes_through() {
        SampleTally tally = new SampleTally(new PostmarkAdapter(Adapting.NORMALISER));

        for (JsonNode sample : samples("postmark-")) {
            FeedbackDraft draft = (FeedbackDraft)
                    tally.take(Adapting.request(sample.toString().getBytes(UTF_8)))
                            .drafts()
                            .get(0);
            assertThat(draft.text()).isEqualTo(sample.get("TextBody").asText());
            assertThat(draft.subject()).isEqualTo(sample.get("Subject").asText());
            assertThat(draft.contacts())
                    .singleElement()
                    .satisfies(contact -> assertThat(contact.value())
                            .isEqualTo(sample.get("ReplyTo").asText()));
            assertThat(draft.attachments()).hasSize(1);
        }

        tally.print();
        assertThat(tally.accepted()).isEqualTo(2);
    }

    private static void assertExpected(JsonNode expected, FeedbackDraft draft) {
        assertThat(draft.subject()).isEqualTo(expected.get("subject").asText());
        assertThat(draft.text()).isEqualTo(expected.get("text").asText().strip());
        JsonNode from = expected.get("from_email.addr_spec");
        if (from != null) {
            assertThat(draft.contacts())
                    .singleElement()
                    .satisfies(contact -> assertThat(contact.value()).isEqualTo(from.asText()));
        }
    }

    private static void assertNoAlteredByteIsAuthentic(MailgunAdapter adapter, JsonNode body, String key) {
        for (String field : List.of("timestamp", "token", "signature")) {
            String value = body.get(field).asText();
            for (int i = 0; i < value.length(); i++) {
                char other = value.charAt(i) == '7' ? '8' : '7';
                JsonNode altered =
                        body.<ObjectNode>deepCopy().put(field, value.substring(0, i) + other + value.substring(i + 1));
                assertThat(adapter.isAuthentic(form(altered), key))
                        .as("%s, character %d", field, i)
                        .isFalse();
            }
        }
    }

    private static FeedbackDraft feedback(ChannelAdapter adapter, RawRequest request) {
        return (FeedbackDraft) Adapting.draft(adapter::adapt, request);
    }

    private static RawRequest form(JsonNode fields) {
        List<String> pairs = new ArrayList<>();
        fields.fields()
                .forEachRemaining(field -> pairs.add(field.getKey()
                        + '='
                        + URLEncoder.encode(field.getValue().asText(), UTF_8)));
        byte[] form = String.join("&", pairs).getBytes(UTF_8);
        return Adapting.request(form, MailSigning.form(form));
    }

    private static List<Path> mails() {
        return files("mails");
    }

    private static List<JsonNode> samples(String prefix) {
        return files("webhooks/email_inbound").stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .map(file -> {
                    try {
                        return JSON.readTree(file.toFile());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(SharedSamples.require(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
