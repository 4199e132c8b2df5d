package org.feedbackloop.intake.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.channel.mail.ReplyCutter.Fragment;
import org.feedbackloop.intake.channel.mail.ReplyCutter.Reply;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCutterTest {

    private static final String WORDS = "The cup is broken again.\nPlease send another one.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Mar 2, 2026 at 9:30 AM Acme Care <care@acme.example> wrote:\n> How is your cup?",
                "On 2 Mar 2026, at 09:30, Acme Care <care@acme.example>\nwrote:\n\n> How is your cup?",
                "Am Mo., 2. März 2026 um 09:30 Uhr schrieb Acme Care <care@acme.example>:\n\n> Wie geht es?",
                "Am 02.03.26 um 09:30 schrieb Acme Care:\n> Wie geht es?",
                "Le lun. 2 mars 2026 à 09:30, Acme Care <care@acme.example> a écrit :\n\n> Bonjour",
                "Op ma 2 mrt 2026 om 09:30 schreef Acme Care <care@acme.example>:\n\nGoedemorgen",
                "Il giorno lun 2 mar 2026 alle ore 09:30 Acme Care <care@acme.example>\nha scritto:\n\n> Buongiorno",
                "El lun, 2 mar 2026 a las 9:30, Acme Care (<care@acme.example>) escribió:\n\n> Buenos días",
                "pon., 2 mar 2026 o 09:30 Acme Care <care@acme.example> napisał(a):\n\n> Dzień dobry",
                "W dniu 2.03.2026 o 09:30, Acme Care pisze:\n> Dzień dobry",
                "пн, 2 мар. 2026 г. в 09:30, Acme Care <care@acme.example>:\n\n> Добрый день",
                "2 марта 2026, 09:30, \"Acme Care\" <care@acme.example> написал:\n\nДобрый день",
                "در تاریخ دوشنبه ۲ مارس ۲۰۲۶، ۹:۳۰ Acme Care <care@acme.example> نوشت:\n\n> سلام",
                "सोम, 2 मार्च 2026 को 9:30 am बजे को Acme Care <care@acme.example> ने लिखा:\n\n> नमस्ते",
                "-----Original Message-----\nFrom: Acme Care\nHow is your cup?",
                "-----Ursprüngliche Nachricht-----\nVon: Acme Care",
                "---------- Forwarded message ---------\nFrom: Acme Care <care@acme.example>",
                "From: Acme Care <care@acme.example>\nSent: Monday, March 2, 2026 9:30 AM\nTo: Ada\nSubject: Cup\n\nHello",
                "________________________________\nVon: Acme Care <care@acme.example>\nGesendet: Montag\nAn: Ada\nBetreff: A\n\nHallo",
                "De : Acme Care <care@acme.example>\nEnvoyé : lundi 2 mars 2026 09:30\nÀ : Ada\nObjet : Tasse\n\nBonjour",
                "Van: Acme Care\nVerzonden: maandag\nAan: Ada\nOnderwerp: Kop\n\nHallo",
                "Da: Acme Care\nInviato: lunedì\nA: Ada\nOggetto: Tazza\n\nCiao",
                "De: Acme Care\nEnviado el: lunes\nPara: Ada\nAsunto: Taza\n\nHola",
                "Od: Acme Care\nWysłano: poniedziałek\nDo: Ada\nTemat: Kubek\n\nCześć",
                "От: Acme Care\nОтправлено: 2 марта\nКому: Ада\nТема: Чашка\n\nПривет",
                "*From:* Acme Care <care@acme.example>\n*Sent:* Monday\n*To:* Ada\n*Subject:* Cup\n\nHello",
                "از: Acme Care\nارسال شده: دوشنبه\nبه: Ada\nموضوع: فنجان\n\nسلام",
                "प्रेषक: Acme Care\nभेजा गया: सोमवार\nप्रति: Ada\nविषय: कप\n\nनमस्ते",
                "-- \nAda Lovelace\nLondon",
                "Sent from my iPhone",
                "Sent from my Pixel\n\nOn 2 Mar 2026, at 09:30, Acme Care <care@acme.example> wrote:\n\n> Hello",
                "Von meinem iPhone gesendet",
                "Gesendet von Outlook für Android",
                "Envoyé de mon iPhone",
                "Enviado desde mi iPhone",
                "Wysłano z iPhone'a",
                "Отправлено с iPhone",
                "ارسال شده از آیفون من",
                "मेरे iPhone से भेजा गया",
                "> a quote without a header\n> of two lines"
            })
    void what_a_mailer_puts_below_the_words_is_cut(String below) {
        Reply reply = ReplyCutter.cut(WORDS + "\n\n" + below);

        assertThat(reply.words()).isEqualTo(WORDS);
        assertThat(reply.isCut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday your driver wrote:\nnobody at home. I was at home.",
                "From: London\nTo: Paris\nDate: 2 March\n\nThe train was late and cold.",
                "Sent from your warehouse last week, and not here yet.\nWhere is it?",
                "I ordered these:\n- a cup\n- a saucer\n-- and a spoon\n\n--- none came ---",
                "Items:\n1 > 2 is what your page says\n\nIs it?",
                "My address is now: 5 High Street\nMy phone: +44 20 7946 0000",
                "==== Complaint ====\nThe cup is broken.",
                "Das war am 2. März um 10:30 Uhr:\nNiemand kam.",
                "Von meinem Geld sehe ich nichts wieder",
                "Мне писали, что посылка пришла:\nеё нет.",
                "Subject: my cup\nIt is broken.",
                "On 2 March at 10:30 I wrote to you:\nthe cup is broken.",
                "Am 2. März um 10:30 Uhr habe ich geschrieben:\nDie Tasse ist kaputt.",
                "W dniu 2.03.2026 o 09:30 napisałam:\nkubek jest stłuczony.",
                "В 10:30 2 марта я писал:\nчашка разбита."
            })
    void what_only_looks_like_a_quote_stays(String text) {
        Reply reply = ReplyCutter.cut(text);

        assertThat(reply.words()).isEqualTo(text);
        assertThat(reply.isCut()).isFalse();
    }

    @Test
    void answers_between_the_quotes_are_kept_and_the_quotes_are_not() {
        Reply reply = ReplyCutter.cut("""
                Hello,

                On 2 Mar 2026, at 09:30, Acme Care <care@acme.example> wrote:
                > Which cup is it?

                The blue one.

                > Do you want another?
                Yes, please.
                """);

        assertThat(reply.words()).isEqualTo("Hello,\n\nThe blue one.\n\nYes, please.");
    }

    @Test
    void a_quoted_line_that_was_broken_without_a_mark_is_still_quoted() {
        Reply reply = ReplyCutter.cut("""
                No.

                > Would you be so kind as to tell us on which day your parcel with the
                cup arrived?
                > Thank you
                """);

        assertThat(reply.words()).isEqualTo("No.");
    }

    @Test
    void who_wrote_nothing_but_quotes_is_taken_at_their_quotes() {
        String forwarded = "---------- Forwarded message ---------\nFrom: Shop <shop@example.org>\n\nYour order";

        Reply reply = ReplyCutter.cut(forwarded);

        assertThat(reply.words()).isEqualTo(forwarded);
        assertThat(reply.isCut()).isFalse();
    }

    @Test
    void words_above_the_header_are_not_drawn_into_it() {
        assertThat(ReplyCutter.cut(
                                "Thanks, it is order 4711\nOn 2 Mar 2026 at 09:30 Care <care@acme.example> wrote:\n> Which?")
                        .words())
                .isEqualTo("Thanks, it is order 4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 1:11 @ ",
                "From: a@b\n",
                "----\n",
                "> \n",
                "\n",
                "a:\n",
                "Sent from my x\n\n",
                "____\n=====\n"
            })
    void however_long_a_text_is_it_takes_no_longer_than_its_length(String piece) {
        String text = piece.repeat(500_000 / piece.length());

        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> ReplyCutter.cut(text).words());
    }

    /** What another library's tests assert of each text, told in our terms; the file has their assertions word by word. */
    @Test
    void the_expectations_of_others_are_met() throws IOException {
        Path folder = SharedSamples.require("email_replies");
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        String common = expected.get("common_first_fragment").asText();
        SoftAssertions met = new SoftAssertions();
        int texts = 0;
        int assertions = 0;
        for (var fixtures = expected.get("fixtures").fields(); fixtures.hasNext(); ) {
            var fixture = fixtures.next();
            Reply reply = ReplyCutter.cut(Files.readString(folder.resolve(fixture.getKey() + ".txt")));
            texts++;
            for (JsonNode assertion : fixture.getValue().get(0).get("asserts")) {
                assertions++;
                met.assertThat(found(assertion.asText(), reply))
                        .as("%s: %s", fixture.getKey(), assertion.asText())
                        .isEqualTo(wanted(assertion.asText(), common));
            }
        }
        System.out.printf("reply cutting: %d texts, %d assertions%n", texts, assertions);
        met.assertAll();
        assertThat(texts).isEqualTo(19);
    }

    /** The first argument of an assertion: a number, a truth value, a list of those, a text in quotes, or the common text. */
    private static Object wanted(String assertion, String common) throws IOException {
        if (assertion.startsWith("COMMON_FIRST_FRAGMENT")) {
            return common;
        }
        // A space makes a root value of what a comma follows.
        String spaced = assertion.startsWith("\"") ? assertion : assertion.replaceFirst("^(\\w+|\\[[^]]*]),", "$1 ,");
        try (JsonParser first = new ObjectMapper().createParser(spaced)) {
            JsonNode value = first.readValueAsTree();
            return value.isTextual() ? value.asText() : value.toString();
        }
    }

    private static final Pattern MATCHES = Pattern.compile("/(.+)/\\.test\\(fragments\\[(\\d)]\\)$");
    private static final Pattern FRAGMENT = Pattern.compile("fragments\\[(\\d)](.*)$");

    /** The second argument: what our reply has there. */
    private static Object found(String assertion, Reply reply) {
        List<Fragment> fragments = reply.fragments();
        if (assertion.endsWith("fragments.length")) {
            return Integer.toString(fragments.size());
        }
        if (assertion.contains("isQuoted()")) {
            return fragments.stream()
                    .map(Fragment::isQuoted)
                    .toList()
                    .toString()
                    .replace(" ", "");
        }
        if (assertion.contains("isHidden()")) {
            return fragments.stream()
                    .map(Fragment::isHidden)
                    .toList()
                    .toString()
                    .replace(" ", "");
        }
        Matcher matches = MATCHES.matcher(assertion);
        if (matches.find()) {
            String text = fragments.get(Integer.parseInt(matches.group(2))).text();
            return Boolean.toString(
                    Pattern.compile(matches.group(1)).matcher(text).find());
        }
        Matcher fragment = FRAGMENT.matcher(assertion);
        if (fragment.find()) {
            String text = fragments.get(Integer.parseInt(fragment.group(1))).text();
            return fragment.group(2).endsWith(".trim()") ? text.strip() : text;
        }
        String visible = fragments.stream()
                .filter(one -> !one.isHidden())
                .map(Fragment::text)
                .collect(Collectors.joining("\n"));
        return assertion.endsWith(", text") ? visible.strip() : visible;
    }
}
