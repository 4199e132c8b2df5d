package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Topics;
import org.feedbackloop.local.StackTestResource;
import org.feedbackloop.local.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contact form as a browser without JavaScript uses it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
class FormComponentTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("ref=([0-9a-f-]{36})");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Caller browser;

    @BeforeEach
    void browse() {
        browser = new Caller(port);
    }

    @Test
    void a_message_that_is_kept_leads_to_thanks_with_its_number() {
        HttpResponse<String> sent = send("en", tokenOf(get("/forms/contact")), Map.of("message", "Thank you!"));

        assertThat(sent.statusCode()).isEqualTo(303);
        String location = sent.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> thanks = get(location.substring(location.indexOf("/forms")));
        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(thanks.body()).contains("Thank you, we have your message").contains(referenceOf(sent));
        assertThat(recordsOf(referenceOf(sent))).isEqualTo(1);
    }

    @Test
    void a_second_click_sends_nothing_more() {
        String token = tokenOf(get("/forms/contact"));

        HttpResponse<String> first = send("en", token, Map.of("message", "Only once"));
        HttpResponse<String> second = send("en", token, Map.of("message", "Only once"));

        assertThat(referenceOf(second)).isEqualTo(referenceOf(first));
    }

    @Test
    void each_page_has_a_token_of_its_own() {
        assertThat(tokenOf(get("/forms/contact"))).isNotEqualTo(tokenOf(get("/forms/contact")));
    }

    @Test
    void what_was_typed_is_kept_when_something_is_wrong() {
        String token = tokenOf(get("/forms/contact"));

        HttpResponse<String> answer = send(
                "en",
                token,
                Map.of("type", "idea", "message", "", "name", "Ada \"<b>\" Lovelace", "email", "ada", "order", "A-1"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<a href=\"#message\">Write your message</a>")
                .contains("<a href=\"#email\">Enter an e-mail address like ada@example.org</a>")
                .contains("<option value=\"idea\" selected>")
                .contains("value=\"Ada &quot;&lt;b&gt;&quot; Lovelace\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"message-problem message-hint\"")
                .contains("value=\"A-1\"")
                .doesNotContain("<b>");
        assertThat(tokenOf(answer)).isEqualTo(token);
    }

    @Test
    void what_was_typed_is_shown_as_text_and_never_as_markup() {
        HttpResponse<String> answer = send(
                "en",
                tokenOf(get("/forms/contact")),
                Map.of("message", "</textarea><script>alert(1)</script>", "email", "\"><script>"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .doesNotContain("<script>")
                .contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @Test
    void a_page_without_a_token_comes_back_with_one() {
        HttpResponse<String> answer = send("en", "", Map.of("message", "hello"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("hello");
        assertThat(send("en", tokenOf(answer), Map.of("message", "hello")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_message_that_was_changed_after_sending_can_go_as_a_new_one() {
        String token = tokenOf(get("/forms/contact"));
        HttpResponse<String> first = send("en", token, Map.of("message", "one"));

        HttpResponse<String> changed = send("en", token, Map.of("message", "two"));
        assertThat(changed.statusCode()).isEqualTo(422);
        HttpResponse<String> second = send("en", tokenOf(changed), Map.of("message", "two"));

        assertThat(referenceOf(second)).isNotEqualTo(referenceOf(first));
    }

    @ParameterizedTest
    @CsvSource({
        "en, ltr, Talk to us",
        "es, ltr, Hable con nosotros",
        "fa, rtl, با ما در میان بگذارید",
        "hi, ltr, हमसे बात करें",
        "pl, ltr, Napisz do nas",
        "ru, ltr, Напишите нам"
    })
    void the_page_speaks_the_visitors_language(String language, String direction, String title) {
        HttpResponse<String> asked = browser.send(
                        browser.request("/forms/contact").header("Accept-Language", language + "-XX," + language))
                .join();

        assertThat(asked.body())
                .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">")
                .contains("<h1>" + title + "</h1>");
        assertThat(get("/forms/contact?lang=" + language).body()).contains("<h1>" + title + "</h1>");
    }

    @Test
    void the_page_has_its_style() {
        HttpResponse<String> style = get("/pages/style.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    }

    private HttpResponse<String> get(String path) {
        return browser.send(browser.request(path)).join();
    }

    private HttpResponse<String> send(String language, String token, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("token", token);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return browser.send(browser.request("/forms/contact?lang=" + language)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .join();
    }

    private long recordsOf(String id) {
        return new TopicReader(broker)
                .readToEnd(Topics.FEEDBACK_RECEIVED).stream()
                        .filter(record -> idOf(record).equals(id))
                        .count();
    }

    private static String idOf(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader(CloudEvents.ID).value(), UTF_8);
    }

    private static String tokenOf(HttpResponse<String> page) {
        return found(TOKEN, page.body());
    }

    private static String referenceOf(HttpResponse<String> sent) {
        return found(REFERENCE, sent.headers().firstValue("Location").orElseThrow());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
