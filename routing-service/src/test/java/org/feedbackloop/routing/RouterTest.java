package org.feedbackloop.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.Said.said;

import java.time.Instant;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.SoundRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped rules, from a statement to what is owed. */
class RouterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Router ROUTER = new Router(ShippedRules.document());

    @ParameterizedTest
    @EnumSource(names = {"STOP", "START"})
    void a_consent_word_obliges_to_nothing_and_skips_no_step(ConsentWord word) {
        Routing routing = ROUTER.route(said(word.name()).meaning(word).statement(), NOW);

        assertThat(routing.type()).isEqualTo(FeedbackType.OTHER);
        assertThat(routing.obligation()).isNull();
        assertThat(routing.findings())
                .extracting("step")
                .containsExactly("language", "type", "category", "queue", "priority", "obligation");
        assertThat(routing.findings().get(1).evidence()).containsExactly("consent word " + word.wireName());
    }

    @Test
    void who_asks_for_help_is_owed_an_answer() {
        Routing routing = ROUTER.route(said("HELP").meaning(ConsentWord.HELP).statement(), NOW);

        assertThat(routing.type()).isEqualTo(FeedbackType.QUESTION);
        assertThat(routing.obligation())
                .satisfies(owed -> assertThat(owed.action()).isEqualTo("answer"));
    }

    @Test
    void harm_goes_before_a_supervisor_with_little_time_whatever_it_is_about_and_of_what_type() {
        Routing routing = ROUTER.route(
                said("Thank you for the lamp, it is lovely. My son got an electric shock from it, though.")
                        .declaredAs(FeedbackType.PRAISE)
                        .aboutProduct("lamp")
                        .statement(),
                NOW);

        assertThat(routing.supervisor()).isTrue();
        assertThat(routing.priority()).isEqualTo(Priority.URGENT);
        assertThat(routing.category()).isEqualTo("product/home");
        assertThat(routing.queue().name()).isEqualTo("care");
        assertThat(routing.obligation())
                .isEqualTo(new Obligation(
                        "resolve", Instant.parse("2026-11-24T10:00:00Z"), Instant.parse("2026-11-23T10:30:00Z")));
        assertThat(routing.findings().get(3).evidence()).contains("skill safety for harm injury");
        assertThat(routing.findings().get(4).evidence())
                .containsExactly("harm injury", "before a supervisor at once", "electric shock");
        assertThat(routing.findings().get(5).evidence()).contains("harm injury", "calendar care");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                     |    | billing | no words
                    👎 1/5                 |    | billing | no words
                    https://example.org/a  |    | billing | no words
                    灯坏了                 |    | general | no queue for category billing in language und
                    ''                     | ru | general | no queue for category billing in language ru
                    ''                     | en | billing | language en
                    """)
    void what_has_no_words_fits_every_queue_and_words_that_nobody_can_tell_do_not(
            String text, String declared, String queue, String because) {
        Router router = new Router(RulesDocument.parse(SoundRules.TEXT));

        Routing routing = router.route(
                said(text)
                        .in(declared)
                        .rated(RatingScale.STARS, 1)
                        .aboutProduct("invoice plus")
                        .statement(),
                NOW);

        assertThat(routing.queue().name()).isEqualTo(queue);
        assertThat(routing.finding("queue").orElseThrow().evidence()).contains(because);
    }

    @Test
    void what_harms_nobody_goes_before_no_supervisor() {
        assertThat(ROUTER.route(said("The lamp is broken").statement(), NOW).supervisor())
                .isFalse();
    }

    @Test
    void a_good_customer_is_answered_sooner() {
        Said idea = said("It would be great if you had a dark mode.");

        assertThat(ROUTER.route(idea.statement(), NOW).priority()).isEqualTo(Priority.LOW);
        assertThat(ROUTER.route(idea.byACustomerOfClass(CustomerClass.A).statement(), NOW)
                        .priority())
                .isEqualTo(Priority.NORMAL);
    }

    @Test
    void who_brings_a_friend_is_called_by_those_who_sell() {
        Routing routing = ROUTER.route(
                said("My friend wants to buy the same bike, please call her")
                        .declaredAs(FeedbackType.REFERRAL)
                        .statement(),
                NOW);

        assertThat(routing.queue().name()).isEqualTo("sales");
        assertThat(routing.findings().get(3).evidence()).contains("skill sales for type referral");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I was charged twice, please check my card              | billing/payment
                    When do I get my money back?                           | billing/refund
                    Where is my parcel? The tracking shows nothing         | delivery/tracking
                    The courier threw the parcel over the fence            | delivery/courier
                    My order arrived broken                                | delivery/damage
                    I want to exchange the shoes for a bigger size         | returns/exchange
                    I forgot my password                                   | account/login
                    The app crashes all the time                           | website/app
                    The cashier was rude                                   | service/staff
                    The kettle leaks                                       | product/kitchen
                    Please delete my account and all personal data         | privacy
                    No me llega el código de verificación                  | account/login
                    La cafetera hace un ruido raro                         | product/kitchen
                    ¿Dónde está mi pedido?                                 | delivery/tracking
                    کد تخفیف کار نمی‌کند                                     | billing/discount
                    سایز کفش بزرگ است، تعویض می‌کنید؟                         | returns/exchange
                    पैसे वापस कब मिलेंगे, रिफंड नहीं आया                       | billing/refund
                    मेरा ऑर्डर कहां है?                                       | delivery/tracking
                    Nie mogę się zalogować, hasło nie działa               | account/login
                    Kurier zostawił paczkę pod drzwiami                    | delivery/courier
                    Где мой заказ, трек не отслеживается                   | delivery/tracking
                    Кофеварка перестала включаться                         | product/kitchen
                    """)
    void the_shipped_tree_knows_what_a_shop_is_asked(String text, String category) {
        Routing routing = ROUTER.route(said(text).statement(), NOW);

        assertThat(routing.category()).as("%s", routing.findings()).isEqualTo(category);
    }
}
