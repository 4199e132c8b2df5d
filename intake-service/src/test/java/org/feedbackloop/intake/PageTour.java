package org.feedbackloop.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;

/** A walk through every public page, and every state of it, in one language. */
final class PageTour {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A terminal thanks for five seconds and then starts anew, which would be in the middle of looking at its thanks. */
    private static final String STAND_STILL = "(() => { const later = window.setTimeout;"
            + " window.setTimeout = (what, after, ...rest) => after >= 5000 ? 0 : later(what, after, ...rest); })()";

    private final Page page;
    private final int port;
    private final String language;

    PageTour(Page page, int port, String language) {
        this.page = page;
        this.port = port;
        this.language = language;
    }

    /** What is done at every stop; it is told the name of the stop. */
    interface Stop {
        void at(String name);
    }

    void walk(Stop stop) {
        forms(stop);
        kiosks(stop);
        surveys(stop);
        widget(stop);
    }

    private void forms(Stop stop) {
        open("/forms/contact?", "form", stop);
        page.locator("#email").fill("ada");
        page.locator("main button").click();
        stop.at("form-errors");
        open("/forms/contact/thanks?ref=" + UUID.randomUUID() + '&', "form-thanks", stop);
        open("/forms/product-idea?", "form-idea", stop);
        open("/forms/none?", "missing", stop);
    }

    private void kiosks(Stop stop) {
        page.addInitScript(STAND_STILL);
        open("/kiosk/entrance?", "kiosk", stop);
        page.locator(".choice").nth(3).click();
        stop.at("kiosk-chosen");
        page.locator("main button").click();
        stop.at("kiosk-thanks");
        open("/kiosk/till?", "kiosk-stars", stop);
    }

    private void surveys(Stop stop) {
        for (String survey : List.of("after-delivery", "after-visit", "product")) {
            open(surveyLink(port, survey) + '?', "survey-" + survey, stop);
            page.locator(".choice").nth(2).click();
            stop.at("survey-" + survey + "-chosen");
        }
        open(surveyLink(port, "product") + "?stage=more&", "survey-thanks", stop);
        open(surveyLink(port, "product") + "?stage=already&", "survey-already", stop);
    }

    private void widget(Stop stop) {
        try (ForeignSite site = ForeignSite.open(port)) {
            page.navigate(site.address(language));
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            stop.at("widget");
            page.getByRole(AriaRole.TAB).nth(1).click();
            page.getByRole(AriaRole.TABPANEL).getByRole(AriaRole.BUTTON).click();
            stop.at("widget-callback");
        }
    }

    private void open(String path, String name, Stop stop) {
        page.navigate("http://127.0.0.1:" + port + path + "lang=" + language);
        stop.at(name);
    }

    /** The path of a link that was made for a customer of whom nobody heard before. */
    static String surveyLink(int port, String survey) {
        String made = new Caller(port)
                .post(
                        "/v1/surveys/links",
                        "{\"survey\":\"" + survey + "\",\"customerNumber\":\"" + UUID.randomUUID() + "\"}")
                .body();
        try {
            String url = MAPPER.readTree(made).get("url").asText();
            return url.substring(url.indexOf("/surveys/"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(made, e);
        }
    }
}
