package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails;
import org.feedbackloop.event.v1.ChannelDetails.BookEntry;
import org.feedbackloop.event.v1.ChannelDetails.CallBack;
import org.feedbackloop.event.v1.ChannelDetails.Chat;
import org.feedbackloop.event.v1.ChannelDetails.IvrCall;
import org.feedbackloop.event.v1.ChannelDetails.OutboundCall;
import org.feedbackloop.event.v1.ChannelDetails.PhoneCall;
import org.feedbackloop.event.v1.ChannelDetails.PublicPost;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.ChannelDetails.Terminal;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.channel.call.CallbackAdapter;
import org.feedbackloop.intake.channel.call.IvrAdapter;
import org.feedbackloop.intake.channel.call.OutboundCallAdapter;
import org.feedbackloop.intake.channel.call.PhoneCallAdapter;
import org.feedbackloop.intake.channel.chat.ChatAdapter;
import org.feedbackloop.intake.channel.shop.ComplaintBookAdapter;
import org.feedbackloop.intake.channel.shop.KioskAdapter;
import org.feedbackloop.intake.channel.survey.SurveyAdapter;
import org.feedbackloop.intake.channel.web.CommentAdapter;
import org.feedbackloop.intake.channel.web.CommunityAdapter;
import org.feedbackloop.intake.channel.web.VisitAdapter;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.feedbackloop.intake.draft.VisitDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The golden sample of each typed channel, field by field; WebFormAdapter's is in AdapterTest. */
class TypedAdaptersTest {

    @Test
    void a_phone_call_is_taken_whole() {
        assertThat(golden(new PhoneCallAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.PHONE_CALL,
                        "rep-88120-1",
                        "2026-03-02T09:07:30Z",
                        List.of(number("NW-104233"), email("ada.marsh@example.org"), phone("+442079460018")),
                        "Ada Marsh",
                        "Parcel left with a neighbour",
                        "The courier left the parcel with a neighbour, who denies it.\n"
                                + "She wants it found or sent again before Friday.",
                        "en-GB",
                        FeedbackType.COMPLAINT,
                        null,
                        new About("delivery/courier", "LAMP-2", "A-4711", null, null),
                        "call-88120",
                        new PhoneCall("op-17 Priya", at("2026-03-02T09:07:30Z"), 418, "+44 20 7946 0100")));
    }

    @Test
    void an_ivr_choice_is_taken_whole() {
        assertThat(golden(new IvrAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.IVR,
                        "opt-5521-3",
                        "2026-03-01T17:22:09Z",
                        List.of(number("NW-77001"), phone("+34600123456")),
                        null,
                        null,
                        "La caja venía abierta y falta una lámpara.",
                        "es",
                        FeedbackType.COMPLAINT,
                        new Rating(RatingScale.CSAT, 2),
                        new About("delivery/damage", "LAMP-2", "A-4802", null, null),
                        "ivr-5521",
                        new IvrCall(List.of("Pedidos", "Problemas con un envío"), "2#", "900 000 111", 0.87)));
    }

    @Test
    void the_outcome_of_an_outbound_call_is_taken_whole() {
        assertThat(golden(new OutboundCallAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.OUTBOUND_CALL,
                        "out-309-1",
                        "2026-03-01T11:30:10Z",
                        List.of(number("NW-55120"), email("irina.belova@example.org"), phone("+74951234567")),
                        "Ирина Белова",
                        null,
                        "Лампами довольна. Спрашивает, будет ли весной скидка для оптовых покупателей.",
                        "ru",
                        FeedbackType.QUESTION,
                        null,
                        new About("prices/wholesale", "LAMP-2", "A-4650", null, null),
                        "out-309",
                        new OutboundCall("Ольга", true, "reached", at("2026-03-01T11:30:10Z"), 95)));
    }

    @Test
    void a_wish_to_be_called_back_is_taken_whole() {
        assertThat(golden(new CallbackAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.CALLBACK,
                        "cb-2041",
                        "2026-03-02T05:45:00Z",
                        List.of(
                                number("NW-90417"),
                                email("niloufar.rezaei@example.org"),
                                phone("+982112345678"),
                                visitor("v-3f91")),
                        "نیلوفر رضایی",
                        null,
                        "سلام، می‌خواهم دربارهٔ ضمانت چراغ مطالعه بپرسم.",
                        "fa",
                        FeedbackType.QUESTION,
                        null,
                        new About("warranty", "LAMP-5", "A-4799", "https://shop.example.org/fa/lamps/lamp-5", null),
                        null,
                        new CallBack(at("2026-03-02T10:30:00Z"), at("2026-03-02T13:00:00Z"), "Asia/Tehran")));
    }

    @Test
    void a_smiley_at_a_terminal_is_taken_whole() {
        assertThat(golden(new KioskAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.KIOSK,
                        "exit-20260301-0173",
                        "2026-03-01T16:41:20Z",
                        List.of(number("NW-31007"), email("zofia.wojcik@example.org"), phone("+48585551234")),
                        null,
                        null,
                        "Miła obsługa, ale długa kolejka do kasy.",
                        "pl",
                        null,
                        new Rating(RatingScale.SMILEY, 4),
                        new About("shop/checkout", "CUP-7", null, null, "Wrocław, Rynek 1, wyjście"),
                        null,
                        new Terminal("Wrocław, Rynek 1", "wyjście", "Jak ocenia Pani/Pan dzisiejszą wizytę?")));
    }

    @Test
    void an_entry_in_the_complaint_book_is_taken_whole() {
        assertThat(golden(new ComplaintBookAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.COMPLAINT_BOOK,
                        "cb-gdansk-2026-2-41",
                        "2026-02-26T23:00:00Z",
                        List.of(number("NW-20881"), email("jan.nowak@example.org"), phone("+48221234567")),
                        "Jan Nowak",
                        null,
                        "Znowu tylko jedna czynna kasa. Czekałem pół godziny,\na nikt nie przeprosił.",
                        "pl",
                        FeedbackType.COMPLAINT,
                        null,
                        new About("shop/checkout", "CUP-7", "A-4610", null, "Gdańsk, Długa 12"),
                        null,
                        new BookEntry("2026/2", 41, LocalDate.parse("2026-02-27"), "k.zielinska")));
    }

    @Test
    void a_comment_is_taken_whole() {
        assertThat(golden(new CommentAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.COMMENT,
                        "c-8991",
                        "2026-03-01T14:35:00Z",
                        List.of(number("NW-61340"), email("rohan.gupta@example.org"), visitor("v-77a2")),
                        "रोहन गुप्ता",
                        "दो साल बाद भी बढ़िया",
                        "रोशनी बहुत अच्छी है, बस तार थोड़ा छोटा है।",
                        "hi",
                        FeedbackType.PRAISE,
                        new Rating(RatingScale.STARS, 4),
                        new About(
                                "lighting/lamps",
                                "LAMP-2",
                                null,
                                "https://shop.example.org/hi/lamps/lamp-2#c-8991",
                                null),
                        null,
                        new PublicPost("नॉर्थविंड ब्लॉग", "पढ़ने का लैंप LAMP-2", "c-8990", "रोहन गुप्ता")));
    }

    @Test
    void a_post_in_a_forum_is_taken_whole() {
        assertThat(golden(new CommunityAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.COMMUNITY,
                        "p-120455",
                        "2026-03-01T19:48:00Z",
                        List.of(number("NW-48002"), email("pavel@example.org"), visitor("v-0b12")),
                        "чайник_42",
                        "Что улучшить в приложении",
                        "Было бы удобно хранить несколько адресов доставки\nи выбирать нужный при заказе.",
                        "ru",
                        FeedbackType.IDEA,
                        null,
                        new About("app/orders", "APP", null, "https://forum.example.org/t/30817#p-120455", null),
                        "t-30817",
                        new PublicPost(
                                "Форум покупателей Northwind", "Что улучшить в приложении", "p-120441", "чайник_42")));
    }

    @Test
    void a_visit_is_taken_whole() {
        ChannelAdapter adapter = new VisitAdapter(Adapting.NORMALISER);

        assertThat(Adapting.draft(adapter::adapt, Adapting.request(Adapting.sample("visit.json"))))
                .isEqualTo(new VisitDraft(
                        "vis-20260302-55",
                        at("2026-03-02T08:59:31Z"),
                        List.of(number("NW-104233"), email("ada.marsh@example.org"), visitor("v-9")),
                        "https://shop.example.org/lamps/lamp-5?size=l",
                        "LAMP-5",
                        "spring-2026-newsletter",
                        "https://mail.example.net/"));
    }

    @Test
    void a_chat_is_taken_whole_and_says_what_the_customer_said_in_it() {
        assertThat(golden(new ChatAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.CHAT,
                        "chat-311-part-1",
                        "2026-03-02T08:02:40Z",
                        List.of(
                                number("NW-77002"),
                                email("lucia.ortega@example.org"),
                                phone("+34600111222"),
                                visitor("v-77a1")),
                        "Lucía Ortega",
                        null,
                        "¿Cuánto tarda el envío a Canarias?\nEn la página no lo encuentro, deberían ponerlo.",
                        "es",
                        FeedbackType.QUESTION,
                        new Rating(RatingScale.CSAT, 4),
                        new About("delivery/islands", "LAMP-2", "A-4802", "https://shop.example.org/es/envios", null),
                        "chat-311",
                        new Chat(
                                List.of(
                                        new Chat.Line(
                                                "bot",
                                                null,
                                                at("2026-03-02T08:02:40Z"),
                                                "¡Hola! ¿En qué podemos ayudarle?"),
                                        new Chat.Line(
                                                "customer",
                                                "Lucía",
                                                at("2026-03-02T08:03:05Z"),
                                                "¿Cuánto tarda el envío a Canarias?"),
                                        new Chat.Line(
                                                "consultant",
                                                "Marta",
                                                at("2026-03-02T08:03:40Z"),
                                                "Entre cinco y siete días laborables."),
                                        new Chat.Line(
                                                "customer",
                                                "Lucía",
                                                at("2026-03-02T08:04:02Z"),
                                                "En la página no lo encuentro, deberían ponerlo.")),
                                "https://search.example.com/?q=envio+canarias",
                                List.of(
                                        new Chat.Fact("empresa", "Ortega e Hijas"),
                                        new Chat.Fact("presupuesto", "hasta 500 €")))));
    }

    @Test
    void an_answered_survey_is_taken_whole() {
        assertThat(golden(new SurveyAdapter(Adapting.NORMALISER)))
                .isEqualTo(draft(
                        Channel.SURVEY,
                        "resp-7002",
                        "2026-03-01T09:10:00Z",
                        List.of(number("NW-90418"), email("arash.karimi@example.org"), phone("+989123456789")),
                        "آرش کریمی",
                        null,
                        "بسته‌بندی خوب بود، اما ارسال دو روز دیر شد.",
                        "fa",
                        FeedbackType.IDEA,
                        new Rating(RatingScale.NPS, 6),
                        new About(
                                "delivery/speed",
                                "LAMP-5",
                                "A-4777",
                                "https://shop.example.org/fa/survey/after-delivery",
                                "تهران، خیابان ولیعصر"),
                        null,
                        new SurveyAnswer(
                                "nps",
                                "after-delivery-2026",
                                List.of(
                                        new SurveyAnswer.Answer("چقدر احتمال دارد ما را به دوستانتان معرفی کنید؟", "6"),
                                        new SurveyAnswer.Answer("از کجا با ما آشنا شدید؟", "از دوستم"),
                                        new SurveyAnswer.Answer("چه چیزی را بهتر کنیم؟", "سرعت ارسال")))));
    }

    private static FeedbackDraft golden(TypedAdapter<?> adapter) {
        return Adapting.feedback(adapter, new String(Adapting.sample(adapter.address() + ".json"), UTF_8));
    }

    private static FeedbackDraft draft(
            Channel channel,
            String messageId,
            String occurredAt,
            List<Contact> contacts,
            @Nullable String name,
            @Nullable String subject,
            String text,
            String language,
            @Nullable FeedbackType type,
            @Nullable Rating rating,
            About about,
            @Nullable String conversation,
            ChannelDetails details) {
        return new FeedbackDraft(
                channel,
                messageId,
                at(occurredAt),
                contacts,
                name,
                subject,
                text,
                language,
                type,
                rating,
                about,
                conversation,
                List.of(),
                null,
                details,
                null);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private static Contact number(String value) {
        return new Contact(ContactKind.CUSTOMER_NUMBER, value);
    }

    private static Contact email(String value) {
        return new Contact(ContactKind.EMAIL, value);
    }

    private static Contact phone(String value) {
        return new Contact(ContactKind.PHONE, value);
    }

    private static Contact visitor(String value) {
        return new Contact(ContactKind.VISITOR, value);
    }
}
