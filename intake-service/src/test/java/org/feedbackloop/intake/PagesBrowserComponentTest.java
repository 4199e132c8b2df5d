package org.feedbackloop.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public pages as people meet them, in a real browser; pictures of all of them are left in {@code target/screenshots}. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
@EnabledIf(
        value = "org.feedbackloop.intake.Chromium#isInstalled",
        disabledReason = "no Chromium is installed, so the pages are not looked at; -Dchromium=PATH names one")
class PagesBrowserComponentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern THANKS = Pattern.compile(".*/thanks.*");
    private static Chromium chromium;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final List<BrowserContext> visits = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private String words;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void sayWhatNobodySaidBefore() {
        words = "The light flickers " + UUID.randomUUID();
    }

    @AfterEach
    void leave() {
        visits.forEach(BrowserContext::close);
    }

    @Test
    void a_form_is_sent_without_scripts() {
        Page page = visit(chromium.visitorWithoutScripts(), "/forms/contact?lang=en");

        page.getByLabel("Your message").fill(words);
        page.getByLabel("E-mail address").fill("ada@example.org");
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        assertThat(page).hasURL(THANKS);
        assertThat(page.getByRole(AriaRole.HEADING, named("Thank you, we have your message")))
                .isVisible();
        assertThat(published().idsOf(words)).hasSize(1);
    }

    @Test
    void a_form_with_errors_leads_to_each_of_them() {
        Page page = visit(chromium.visitorWithoutScripts(), "/forms/contact?lang=en");
        page.getByLabel("E-mail address").fill("ada");
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        page.getByRole(AriaRole.LINK, named("Write your message")).click();

        assertThat(page.getByLabel("Your message", exactly())).isFocused();
        assertThat(page.getByLabel("E-mail address")).hasValue("ada");
        assertThat(page.locator("#email")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void what_no_person_sees_is_not_reached_by_the_keyboard_either() {
        Page page = visit(chromium.visitor(), "/forms/contact?lang=en");
        List<String> reached = new ArrayList<>();

        for (int i = 0; i < 9; i++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate("document.activeElement.name || document.activeElement.tagName"));
        }

        assertThat(reached).contains("message", "email", "phone").doesNotContain("website");
    }

    @Test
    void a_terminal_keeps_what_is_answered_offline_and_sends_it_once() {
        BrowserContext shop = chromium.visitor();
        Page page = visit(shop, "/kiosk/entrance");
        shop.setOffline(true);

        page.getByLabel("Very bad", exactly()).check();
        page.getByLabel("Would you like to tell us why?").fill(words);
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        assertThat(page.locator("#thanks")).isVisible();
        assertThat(waiting(page)).isEqualTo(1);
        assertThat(published().idsOf(words)).isEmpty();
        shop.setOffline(false);
        page.waitForCondition(() -> waiting(page) == 0);
        assertThat(published().idsOf(words)).hasSize(1);
        assertThat(published().saying(words).at("/rating/score").asInt()).isEqualTo(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void an_answer_whose_receipt_was_lost_is_sent_again_as_the_same() {
        Page page = visit(chromium.visitor(), "/kiosk/entrance");
        AtomicBoolean isLost = new AtomicBoolean();
        page.route("**/answers", route -> {
            if (isLost.compareAndSet(false, true)) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        page.getByLabel("Very good", exactly()).check();
        page.getByLabel("Would you like to tell us why?").fill(words);
        page.getByRole(AriaRole.BUTTON, named("Send")).click();
        page.waitForCondition(isLost::get);

        page.reload();

        page.waitForCondition(() -> waiting(page) == 0);
        assertThat(published().idsOf(words)).hasSize(2);
        assertThat(published().idsOf(words).stream().distinct()).hasSize(1);
    }

    @Test
    void a_terminal_that_nobody_touches_starts_anew_and_counts_what_was_chosen() {
        BrowserContext shop = chromium.visitor();
        Page page = shop.newPage();
        visits.add(shop);
        page.clock().install();
        page.navigate(address("/kiosk/till?lang=fa"));
        page.getByLabel("۴ ستاره", exactly()).check();
        page.getByRole(AriaRole.TEXTBOX).fill(words);

        Request sent = page.waitForRequest("**/answers", () -> page.clock().runFor(21_000));

        JsonNode answer = json(sent.postDataBuffer());
        assertThat(answer.get("score").asInt()).isEqualTo(4);
        assertThat(answer.has("text")).isFalse();
        assertThat(page.locator("#thanks")).isVisible();
        page.waitForCondition(() -> waiting(page) == 0);
        page.clock().runFor(6_000);
        assertThat(page).hasURL(address("/kiosk/till"));
        assertThat(page.getByRole(AriaRole.HEADING, named("How was your visit today?")))
                .isVisible();
    }

    @Test
    void a_terminal_works_without_scripts() {
        Page page = visit(chromium.visitorWithoutScripts(), "/kiosk/till?lang=en");

        page.getByLabel("5 stars", exactly()).check();
        page.getByLabel("Would you like to tell us why?").fill(words);
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Thank you!"))).isVisible();
        assertThat(published().idsOf(words)).hasSize(1);
    }

    @Test
    void one_click_in_a_mail_answers_a_survey_and_words_can_follow() {
        String path = PageTour.surveyLink(port, "after-delivery");
        Page page = visit(chromium.visitor(), path + "?score=9");

        assertThat(page.getByRole(AriaRole.HEADING, named("Thank you, we have your answer")))
                .isVisible();
        page.getByRole(AriaRole.TEXTBOX).fill(words);
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        assertThat(page).hasURL(Pattern.compile(".*stage=done.*"));
        JsonNode said = published().saying(words);
        List<JsonNode> all = published().conversation(said.get("conversation").asText());
        assertThat(all).hasSize(2);
        assertThat(all.get(0).at("/rating/score").asInt()).isEqualTo(9);
        assertThat(all.get(1).has("rating")).isFalse();
        page.navigate(address(path + "?score=2"));
        assertThat(page.getByRole(AriaRole.HEADING, named("You have already answered")))
                .isVisible();
    }

    @Test
    void a_survey_is_answered_without_scripts_by_one_more_click() {
        Page page = visit(chromium.visitorWithoutScripts(), PageTour.surveyLink(port, "after-visit") + "?score=4");

        assertThat(page.getByLabel("Satisfied", exactly())).isChecked();
        page.getByLabel("What is the main reason for your answer?").fill(words);
        page.getByRole(AriaRole.BUTTON, named("Send")).click();

        assertThat(page).hasURL(Pattern.compile(".*stage=done.*"));
        assertThat(published().saying(words).at("/rating/score").asInt()).isEqualTo(4);
    }

    @Test
    void the_widget_works_on_a_foreign_page_under_a_strict_policy() {
        try (ForeignSite site = ForeignSite.open(port)) {
            BrowserContext reader = chromium.visitor();
            Page page = visitAt(reader, site.address("en"));
            Locator button = page.getByRole(AriaRole.BUTTON, named("Feedback"));

            button.click();
            page.getByLabel("Your message").fill(words);
            page.getByRole(AriaRole.BUTTON, named("Send")).click();

            assertThat(page.getByText("Thank you, we have your message")).isVisible();
            JsonNode said = published().saying(words);
            assertThat(said.at("/about/page").asText())
                    .startsWith("http://127.0.0.1:")
                    .doesNotContain("lang=");
            assertThat(said.get("integration").asText()).isEqualTo("widget/contact");
            assertThat(complaints).isEmpty();
            assertThat(reader.cookies()).isEmpty();
            assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void the_widget_is_used_by_keyboard_alone() {
        try (ForeignSite site = ForeignSite.open(port)) {
            Page page = visitAt(chromium.visitor(), site.address("en"));
            Locator button = page.getByRole(AriaRole.BUTTON, named("Feedback"));
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            button.focus();

            page.keyboard().press("Enter");
            assertThat(dialog).isVisible();
            for (int i = 0; i < 20; i++) {
                page.keyboard().press("Tab");
                assertThat(page.evaluate("document.activeElement.tagName")).isNotEqualTo("A");
            }
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(button).isFocused();

            page.keyboard().press("Enter");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setSelected(true))
                    .focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setSelected(true)))
                    .hasText("Call me back");
            page.getByRole(AriaRole.BUTTON, named("Ask for a call")).press("Enter");
            assertThat(page.getByRole(AriaRole.TEXTBOX, named("Phone number"))).isFocused();
            assertThat(page.getByText("Enter your phone number")).isVisible();
            page.keyboard().type("+44 20 7946 0000");
            page.getByRole(AriaRole.TEXTBOX, named("What is it about? (optional)"))
                    .fill(words);
            page.getByLabel("When may we call?").selectOption("morning");
            page.getByRole(AriaRole.BUTTON, named("Ask for a call")).press("Enter");
            assertThat(page.getByText("Thank you, we will call you.")).isVisible();
            JsonNode asked = published().saying(words);
            assertThat(asked.get("channel").asText()).isEqualTo("callback");
            assertThat(asked.at("/details/callBack/from").isMissingNode()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa"})
    void everybody_can_use_every_page(String language) {
        Page page = visitAt(chromium.visitor(), "about:blank");
        Map<String, List<String>> findings = new LinkedHashMap<>();

        new PageTour(page, port, language).walk(name -> {
            Chromium.screenshot(page, name + '-' + language);
            findings.put(name, Chromium.graveFindings(page));
        });

        assertThat(findings)
                .hasSizeGreaterThan(10)
                .allSatisfy((name, grave) -> assertThat(grave).as(name).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fa", "hi", "pl", "ru"})
    void every_page_fits_a_phone_that_is_dark(String language) {
        BrowserContext phone = chromium.visitor(Chromium.options()
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(360, 740)
                .setHasTouch(true));
        Page page = visitAt(phone, "about:blank");
        Map<String, List<String>> findings = new LinkedHashMap<>();

        new PageTour(page, port, language).walk(name -> {
            List<String> found = new ArrayList<>(Chromium.tooWide(page));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            if (language.equals("en")) {
                Chromium.screenshot(page, name + "-phone");
                found.addAll(Chromium.faintColours(page));
            }
            findings.put(name, found);
        });

        assertThat(findings)
                .hasSizeGreaterThan(10)
                .allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
    }

    private Page visit(BrowserContext visitor, String path) {
        return visitAt(visitor, address(path));
    }

    private Page visitAt(BrowserContext visitor, String address) {
        visits.add(visitor);
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            boolean isOffline = message.text().contains("ERR_INTERNET_DISCONNECTED");
            if (message.type().equals("error") && !isOffline) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static int waiting(Page page) {
        return (Integer)
                page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('feedback-loop:kiosk:'))"
                        + ".flatMap((key) => JSON.parse(localStorage[key])).length");
    }

    private PublishedFeedback published() {
        return PublishedFeedback.upToNow(broker);
    }

    private static JsonNode json(byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
