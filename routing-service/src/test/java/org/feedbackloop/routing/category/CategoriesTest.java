package org.feedbackloop.routing.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedbackloop.routing.Said.said;

import java.util.List;
import org.feedbackloop.routing.Said;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.reading.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {

    private static final Language EN = new Language("en");
    private static final Language PL = new Language("pl");

    private final Categories categories = new Categories(List.of(
            new Category(
                    "billing",
                    List.of("gift card"),
                    List.of(),
                    List.of("checkout", "help/invoices"),
                    List.of(word("invoice*"), word("card")),
                    null),
            new Category("billing/refund", List.of(), List.of(), List.of("refunds"), List.of(word("money back")), null),
            new Category(
                    "delivery",
                    List.of(),
                    List.of(),
                    List.of("order-tracking"),
                    List.of(word("courier"), word("late"), new LocalWord(PL, "kurier*")),
                    null),
            new Category("product", List.of(), List.of(Sku.parse("X-*")), List.of(), List.of(word("colour")), null),
            new Category(
                    "product/kitchen",
                    List.of("coffee maker"),
                    List.of(Sku.parse("KIT-*")),
                    List.of("kitchen", "آشپزخانه", "%D0%BA%D1%83%D1%85%D0%BD%D1%8F", "tea%2Eroom"),
                    List.of(word("pan")),
                    null),
            new Category(
                    "product/kitchen/kettle",
                    List.of("kettle"),
                    List.of(Sku.parse("kit-k*"), Sku.parse("KIT-1700")),
                    List.of("kettles"),
                    List.of(word("kettle*"), word("spout")),
                    null),
            new Category(
                    "product/lamp",
                    List.of(),
                    List.of(Sku.parse("LAMP-*")),
                    List.of(),
                    List.of(word("lamp"), word("gift card holder")),
                    null)));

    @Test
    void what_the_channel_names_decides() {
        Verdict<String> verdict = of(said("my courier lost the invoice").aboutCategory(" Billing "));

        assertThat(verdict.value()).isEqualTo("billing");
        assertThat(verdict.confidence()).isEqualTo(1);
    }

    @Test
    void a_branch_that_the_rules_do_not_have_counts_as_the_one_above_it() {
        Verdict<String> verdict = of(said("x").aboutCategory("billing/invoice/paper"));

        assertThat(verdict.value()).isEqualTo("billing");
        assertThat(verdict.confidence()).isLessThan(1);
    }

    @Test
    void a_tree_that_the_rules_do_not_have_leaves_it_to_the_words() {
        assertThat(of(said("the courier was late").aboutCategory("garden")).value())
                .isEqualTo("delivery");
    }

    @Test
    void a_named_product_decides_before_page_and_words() {
        Said said = said("the courier was late").aboutProduct("GIFT CARD, 50 EUR");

        assertThat(of(said)).extracting(Verdict::value, Verdict::rule).containsExactly("billing", "named-product");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/en/checkout?step=order-tracking, billing",
        "https://shop.example/Help/Invoices/2026,              billing",
        "/order-tracking/4711#courier,                         delivery",
        "https://checkout.example/,                            general",
        "https://checkout.example,                             general",
        "https://shop.example/check/out,                       general",
        "not an address at all,                                general",
        "https://shop.example/%D8%A2%D8%B4%D9%BE%D8%B2%D8%AE%D8%A7%D9%86%D9%87/12, product/kitchen",
        "https://shop.example/آشپزخانه/12,                     product/kitchen",
        "https://shop.example/%d0%9a%d1%83%d1%85%d0%bd%d1%8f,  product/kitchen",
        "https://shop.example/кухня,                           product/kitchen",
        "https://shop.example/help%20invoices,                 billing",
        "https://shop.example/help%2Finvoices,                 billing",
        "https://shop.example/a%3Fb/checkout?x=%D8,            billing",
        "https://shop.example/%/%D8%A2%D8/%zz/checkout/%D,     billing",
        "https://shop.example/100%,                            general",
        "https://shop.example/tea%2Eroom,                      general",
    })
    void the_path_of_the_page_decides_before_the_words(String page, String expected) {
        assertThat(of(said("hello").onPage(page)).value()).isEqualTo(expected);
    }

    @Test
    void the_category_with_most_different_words_wins() {
        Verdict<String> verdict = of(said("Invoice, invoices, invoiced: the courier was late"));

        assertThat(verdict.value()).isEqualTo("delivery");
        assertThat(verdict.evidence()).containsExactly("courier", "late");
    }

    @Test
    void of_equals_the_one_that_the_rules_name_first_wins() {
        assertThat(of(said("late invoice")).value()).isEqualTo("billing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The spout of the kettle is loose          | product/kitchen/kettle
                    The pan, and the kettle                   | product/kitchen/kettle
                    The pan has another colour                | product/kitchen
                    The colour is nice                        | product
                    colour, colour, colour of the lamp        | product/lamp
                    I want my money back, here is the invoice | billing/refund
                    late courier, and the pan                 | delivery
                    the lamp, the pan and the spout           | product/kitchen/kettle
                    """)
    void a_branch_that_is_spoken_of_goes_before_the_one_above_it_whose_words_help_it(String text, String expected) {
        assertThat(of(said(text)).value()).isEqualTo(expected);
    }

    @Test
    void the_evidence_is_what_spoke_for_the_branch_the_deepest_first() {
        Verdict<String> verdict = of(said("the colour of the pan and the spout, and it was late"));

        assertThat(verdict.value()).isEqualTo("product/kitchen/kettle");
        assertThat(verdict.evidence()).containsExactly("spout", "pan", "colour");
        assertThat(verdict.confidence()).isEqualTo(0.8 * 3 / 4);
    }

    @Test
    void a_phrase_within_a_longer_one_says_nothing() {
        assertThat(of(said("a gift card holder")).value()).isEqualTo("product/lamp");
        assertThat(of(said("a gift card")).value()).isEqualTo("billing");
    }

    @ParameterizedTest
    @CsvSource({
        "KIT-200,   product/kitchen,        sku KIT-*",
        "kit-k17,   product/kitchen/kettle, sku KIT-K*",
        "KIT-1700,  product/kitchen/kettle, sku KIT-1700",
        "KIT-1701,  product/kitchen,        sku KIT-*",
        "' lamp-2', product/lamp,           sku LAMP-*",
        "X-1,       product,                sku X-*",
    })
    void the_longest_beginning_of_an_article_number_decides(String number, String expected, String evidence) {
        assertThat(of(said("x").aboutProduct(number)))
                .isEqualTo(new Verdict<>(expected, 0.95, List.of(evidence), "named-product"));
        assertThat(of(said("the courier was late").aboutArticles(number).onPage("/checkout")))
                .isEqualTo(new Verdict<>(expected, 0.95, List.of(evidence), "sku"));
    }

    @Test
    void a_product_that_has_a_number_of_nobody_is_looked_for_by_its_name() {
        assertThat(of(said("x").aboutProduct("Kettle, 1.7 l")).value()).isEqualTo("product/kitchen/kettle");
    }

    @Test
    void the_lines_of_an_order_are_asked_after_the_page_and_before_the_words() {
        Said said = said("the courier was late").aboutAnOrderOf("KIT-K1", "LAMP-2", "KIT-K2");

        assertThat(of(said)).satisfies(verdict -> {
            assertThat(verdict.value()).isEqualTo("product/kitchen/kettle");
            assertThat(verdict.rule()).isEqualTo("order-lines");
            assertThat(verdict.evidence()).containsExactly("order line KIT-K*");
            assertThat(verdict.confidence()).isEqualTo(0.75 * 2 / 3);
        });
        assertThat(of(said.onPage("https://shop.example/checkout")).value()).isEqualTo("billing");
    }

    @Test
    void an_order_of_many_kinds_is_about_what_they_have_in_common() {
        assertThat(of(said("x").aboutAnOrderOf("KIT-K1", "LAMP-2")).value()).isEqualTo("product");
        assertThat(of(said("x").aboutAnOrderOf("KIT-K1", "KIT-2", "LAMP-2")).value())
                .isEqualTo("product/kitchen");
    }

    @Test
    void an_order_of_nothing_known_leaves_it_to_the_words() {
        assertThat(of(said("the courier was late").aboutAnOrderOf("ZZ-1", "ZZ-2")))
                .extracting(Verdict::value, Verdict::rule)
                .containsExactly("delivery", "category-words");
    }

    @ParameterizedTest
    @CsvSource({"''", "*", "A*B", "'   '", "**"})
    void what_is_no_article_number_is_refused(String text) {
        assertThatThrownBy(() -> Sku.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_equals_the_one_with_the_longer_phrase_goes_before_the_first() {
        assertThat(of(said("a card, and a gift card holder")).value()).isEqualTo("product/lamp");
    }

    @Test
    void the_words_of_another_language_say_nothing() {
        assertThat(categories.of(said("late courier").statement(), PL).value()).isEqualTo("general");
        assertThat(categories.of(said("kurierem").statement(), PL).value()).isEqualTo("delivery");
    }

    @Test
    void where_the_language_is_unknown_every_word_counts() {
        assertThat(categories
                        .of(said("kurier!!").statement(), Language.UNDETERMINED)
                        .value())
                .isEqualTo("delivery");
    }

    @Test
    void what_is_about_nothing_known_is_general() {
        assertThat(of(said("hello there")).value()).isEqualTo("general");
    }

    private Verdict<String> of(Said said) {
        return categories.of(said.statement(), EN);
    }

    private static LocalWord word(String phrase) {
        return new LocalWord(EN, phrase);
    }
}
