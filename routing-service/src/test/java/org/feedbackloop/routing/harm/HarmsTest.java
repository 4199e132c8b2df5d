package org.feedbackloop.routing.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.ShippedRules;
import org.feedbackloop.routing.reading.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmsTest {

    private static final Harm INJURY =
            harm("injury", List.of("injur*", "hospital", "травм*"), List.of("animal hospital"));
    private static final Harm LEGAL = harm("legal", List.of("court", "в суд"), List.of("food court"));

    private final Harms harms = new Harms(List.of(INJURY, LEGAL));

    @Test
    void harm_is_heard_in_any_language_and_quoted_as_the_rules_have_it() {
        assertThat(harms.in(Words.of("Great shop, but my son was injured, INJURED!")))
                .contains(new HarmHeard(INJURY, List.of("injur*")));
        assertThat(harms.in(Words.of("подам в суд"))).contains(new HarmHeard(LEGAL, List.of("в суд")));
    }

    @Test
    void of_several_kinds_the_one_that_the_rules_name_first_counts() {
        assertThat(harms.in(Words.of("See you in court. I was in hospital with my injury")))
                .contains(new HarmHeard(INJURY, List.of("hospital", "injur*")));
    }

    @Test
    void a_longer_phrase_may_mean_nothing_of_the_kind() {
        assertThat(harms.in(Words.of("Lunch in the food court next to the animal hospital")))
                .isEmpty();
        assertThat(harms.in(Words.of("From the food court to the court")))
                .contains(new HarmHeard(LEGAL, List.of("court")));
    }

    @Test
    void nothing_is_denied() {
        assertThat(harms.in(Words.of("nobody was injured"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The kettle caught fire and my daughter burned her hand     | injury
                    My son is in hospital after eating your salad              | injury
                    I got an electric shock from the lamp                      | injury
                    You will hear from my lawyer                               | legal
                    I'll see you in court!                                     | legal
                    Your cashier made a racist remark                          | legal
                    I can see someone else's order in my account               | privacy
                    There was a data breach and my data is on sale             | privacy
                    El hervidor se incendió y mi hija se quemó la mano         | injury
                    Mi padre acabó en urgencias por una intoxicación           | injury
                    Voy a hablar con mi abogado y a poner una denuncia         | legal
                    Han hackeado mi cuenta, ¿dónde están mis datos?            | privacy
                    کتری آتش گرفت و دستم سوخت                                   | injury
                    بعد از خوردن غذای شما مسموم شدم و بیمارستان رفتم            | injury
                    از شما به دادگاه شکایت می‌کنم، وکیلم تماس می‌گیرد              | legal
                    حساب من هک شده و اطلاعات شخصی من لو رفته                    | privacy
                    केतली में आग लग गई और मेरा हाथ जल गया                         | injury
                    बच्चे को करंट लगा, हम अस्पताल में हैं                            | injury
                    मैं वकील से बात करके कोर्ट जाऊंगा                               | legal
                    मेरा अकाउंट हैक हो गया, डेटा लीक हुआ है                        | privacy
                    Czajnik się zapalił, poparzyłam rękę                       | injury
                    Dziecko trafiło do szpitala po waszym jogurcie             | injury
                    Zgłaszam sprawę na policję, spotkamy się w sądzie          | legal
                    Doszło do wycieku danych, widzę cudze konto                | privacy
                    Чайник загорелся, у дочери ожог руки                       | injury
                    Отравилась вашим салатом, вызывали скорую                  | injury
                    Обращусь к юристу и в прокуратуру                          | legal
                    Мой аккаунт взломали, персональные данные утекли           | privacy
                    """)
    void the_shipped_rules_hear_harm_in_six_languages(String text, String kind) {
        assertThat(shipped(text)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The food court was closed
                    Your service is burned out light bulbs and bleeding edge gadgets
                    Sue from support was great
                    Qué lástima, no había mi talla
                    یک هفته است که سفارش نرسیده
                    सामान टूटा हुआ मिला
                    Dywan ma inny kolor niż na zdjęciu
                    Заказ не привезли уже третью неделю
                    """)
    void the_shipped_rules_hear_none_where_there_is_none(String text) {
        assertThat(shipped(text)).isEqualTo("none");
    }

    @Test
    void the_shipped_rules_send_every_kind_of_harm_before_a_supervisor_with_a_duty_of_its_own() {
        assertThat(ShippedRules.document().rules().harm()).allSatisfy(harm -> {
            assertThat(harm.supervisor()).isTrue();
            assertThat(harm.priority()).isEqualTo(Priority.URGENT);
            assertThat(harm.skill()).isNotNull();
            assertThat(harm.duty()).isNotNull();
        });
    }

    private static String shipped(String text) {
        return new Harms(ShippedRules.document().rules().harm())
                .in(Words.of(text))
                .map(heard -> heard.harm().kind())
                .orElse("none");
    }

    private static Harm harm(String kind, List<String> words, List<String> unless) {
        return new Harm(kind, words, unless, Priority.URGENT, false, null, null);
    }
}
