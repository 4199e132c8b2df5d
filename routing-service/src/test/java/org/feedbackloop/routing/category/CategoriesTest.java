package org.feedbackloop.routing.category;

import static org.assertj.core.api.Assertions.assertThat;
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
                    "billing", List.of("gift card"), List.of("checkout", "help/invoices"), List.of(word("invoice*"))),
            new Category(
                    "delivery",
                    List.of(),
                    List.of("order-tracking"),
                    List.of(word("courier"), word("late"), new LocalWord(PL, "kurier*")))));

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
