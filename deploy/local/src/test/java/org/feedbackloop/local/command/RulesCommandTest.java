package org.feedbackloop.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is asked of routing-service, and what the person at the terminal sees of its answers. */
class RulesCommandTest {

    private static final String RULES = "name: shop-2\n";

    @TempDir
    private Path folder;

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private Path file;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        file = Files.writeString(folder.resolve("rules.yaml"), RULES);
        answers.put("GET /v1/rules/versions", new Answer(200, """
                [{"version": "shop-2-1b1b1b1b", "number": 1, "author": "ada", "live": false},
                 {"version": "shop-1-0a0a0a0a", "number": 0, "author": "(as started)", "live": true}]"""));
        answers.put("GET /v1/rules/versions/shop-2-1b1b1b1b", new Answer(200, "name: shop-2 # as ada left it\n"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sound_rules_are_told_by_what_they_hold() {
        answers.put("POST /v1/rules/check", new Answer(200, """
                {"version": "shop-2-1b1b1b1b", "languages": 6, "wordsOfHarm": 90,
                 "warnings": [{"path": "queues.idle", "reason": "asks for no category, and gets nothing"}]}"""));

        assertThat(feedback("rules", "check", file.toString())).isZero();

        assertThat(out.toString())
                .isEqualToNormalizingNewlines(file + " is sound: version shop-2-1b1b1b1b\n"
                        + "  languages         6\n"
                        + "  words of harm     90\n"
                        + "  warning: queues.idle asks for no category, and gets nothing\n");
        assertThat(requests).containsExactly("POST /v1/rules/check Bearer local-key null " + RULES);
    }

    @Test
    void mistakes_are_told_as_compilers_do() {
        answers.put("POST /v1/rules/check", new Answer(422, """
                {"detail": "2 things are wrong", "invalidParams": [
                  {"name": "calendars.office.zone", "reason": "unknown zone Europe/Krakow", "line": 17},
                  {"name": "", "reason": "no YAML: a tab", "line": 19}]}"""));

        assertThat(feedback("rules", "check", file.toString())).isEqualTo(1);

        assertThat(err.toString())
                .isEqualToNormalizingNewlines(file + ":17: calendars.office.zone: unknown zone Europe/Krakow\n" + file
                        + ":19: no YAML: a tab\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_decision_is_told_with_its_reasons() throws IOException {
        answers.put("POST /v1/explain", new Answer(200, """
                {"rulesVersion": "shop-2-1b1b1b1b", "findings": [
                  {"step": "language", "value": "en", "confidence": 0.784, "evidence": ["script latin", "known words: 17"],
                   "rule": "script-letters-words"},
                  {"step": "queue", "value": "general", "confidence": 1, "evidence": [], "rule": null}]}"""));

        assertThat(feedback(
                        "rules",
                        "explain",
                        file.toString(),
                        "--text",
                        "Où est-il?",
                        "--score",
                        "2",
                        "--page",
                        "https://x/y",
                        "--language",
                        "fr"))
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                By shop-2-1b1b1b1b:
                  language  en       0.78  script latin, known words: 17 [script-letters-words]
                  queue     general  1.00
                """);
        String asked = requests.get(0);
        assertThat(asked).startsWith("POST /v1/explain Bearer local-key null {");
        assertThat(new ObjectMapper().readTree(asked.substring(asked.indexOf('{'))))
                .isEqualTo(new ObjectMapper().readTree("""
                {"text": "Où est-il?", "language": "fr", "rating": {"scale": "stars", "score": 2},
                 "about": {"page": "https://x/y"}, "rules": "name: shop-2\\n"}"""));
    }

    @Test
    void without_a_text_the_reason_of_the_service_is_told() {
        answers.put("POST /v1/explain", new Answer(400, """
                {"invalidParams": [{"name": "text", "reason": "is missing, and there is no rating either"}]}"""));

        assertThat(feedback("rules", "explain", file.toString())).isEqualTo(1);

        assertThat(err.toString()).isEqualToNormalizingNewlines("text: is missing, and there is no rating either\n");
    }

    @Test
    void a_backtest_tells_how_far_it_is_and_then_what_would_move() {
        answers.put("POST /v1/rules/backtest?days=3&most=500", new Answer(200, """
                {"progress": {"read": 0, "of": 1500}}
                {"progress": {"read": 1500, "of": 1500}}
                {"result": {"live": "shop-1-0a", "draft": "shop-2-1b", "since": "2026-11-20T10:00:00Z", "read": 1500,\
                 "unreadable": 0, "compared": 1500, "moved": 2, "complete": true, "steps": [\
                 {"step": "type", "moved": 0, "table": {"praise": {"praise": 1500}}, "moves": []},\
                 {"step": "queue", "moved": 2, "table": {"delivery": {"delivery": 7, "parcels": 2}, "general": {"general": 1491}},\
                 "moves": [{"from": "delivery", "to": "parcels", "count": 2, "examples": [{"feedbackId":\
                 "35d7d7fc-a7b6-5086-8b98-a5e482dcba82", "excerpt": "Where is it?", "live": {"value": "delivery",\
                 "confidence": 1, "evidence": ["category delivery"], "rule": "queue"}, "draft": {"value": "parcels",\
                 "confidence": 1, "evidence": [], "rule": "queue"}}]}]}]}}
                """));

        assertThat(feedback("rules", "backtest", file.toString(), "--days", "3", "--most", "500"))
                .isZero();

        assertThat(err.toString()).isEqualToNormalizingNewlines("read 0 of 1,500\nread 1,500 of 1,500\n");
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                1,500 feedbacks since 2026-11-20T10:00:00Z, routed by shop-1-0a (live) and by shop-2-1b (draft): 2 would move

                type: 0 would move

                queue: 2 would move
                  live \\ draft  delivery  general  parcels
                  delivery      7                  2
                  general                 1491
                  delivery → parcels: 2, such as
                    “Where is it?” (35d7d7fc-a7b6-5086-8b98-a5e482dcba82)
                      live  delivery 1.00  category delivery [queue]
                      draft parcels 1.00   [queue]
                """);
    }

    @Test
    void a_backtest_that_breaks_off_is_no_result() {
        answers.put("POST /v1/rules/backtest", new Answer(200, """
                {"progress": {"read": 0, "of": 1500}}
                {"failure": {"reason": "The broker no longer answers; try again."}}
                """));

        assertThat(feedback("rules", "backtest", file.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("The broker no longer answers");
    }

    @Test
    void the_newest_rules_are_written_to_a_file_with_the_word_what_a_change_is_based_on() throws IOException {
        Path written = folder.resolve("written.yaml");

        assertThat(feedback("rules", "get", written.toString())).isZero();

        assertThat(written).hasContent("name: shop-2 # as ada left it");
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        written + " holds shop-2-1b1b1b1b: put it back with --based-on shop-2-1b1b1b1b\n");
    }

    @Test
    void rules_are_put_in_the_place_of_those_that_they_were_made_from() {
        answers.put(
                "PUT /v1/rules?author=" + System.getProperty("user.name") + "&note=for+the+campaign",
                new Answer(200, "{\"version\": \"shop-2-1b1b1b1b\", \"number\": 4}"));

        assertThat(feedback(
                        "rules",
                        "put",
                        file.toString(),
                        "--based-on",
                        "shop-1-0a0a0a0a",
                        "--note",
                        "for the campaign",
                        "--key",
                        "swordfish"))
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("live: shop-2-1b1b1b1b, edition 4\n");
        assertThat(requests)
                .containsExactly("PUT /v1/rules?author=" + System.getProperty("user.name")
                        + "&note=for+the+campaign Bearer swordfish \"shop-1-0a0a0a0a\" " + RULES);
    }

    @Test
    void who_does_not_say_what_rules_were_made_from_puts_none() {
        assertThat(feedback("rules", "put", file.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("--based-on");
        assertThat(requests).isEmpty();
    }

    @Test
    void rules_that_were_changed_meanwhile_stay() {
        answers.put(
                "PUT /v1/rules?author=" + System.getProperty("user.name"),
                new Answer(412, "{\"detail\": \"The newest rules are shop-3-2c2c2c2c.\"}"));

        assertThat(feedback("rules", "put", file.toString(), "--based-on", "shop-1-0a0a0a0a"))
                .isEqualTo(1);

        assertThat(err.toString()).isEqualToNormalizingNewlines("The newest rules are shop-3-2c2c2c2c.\n");
        assertThat(requests).hasSize(1);
    }

    @Test
    void versions_are_shown_the_newest_first() {
        answers.put("GET /v1/rules/versions", new Answer(200, """
                [{"version": "shop-1-0a0a0a0a", "number": 2, "changedAt": "2026-06-01T15:02:10Z", "author": "ada",
                  "note": "too many", "rolledBackTo": "shop-1-0a0a0a0a", "live": true},
                 {"version": "shop-2-1b1b1b1b", "number": 1, "changedAt": "2026-06-01T14:40:31Z", "author": "ada",
                  "live": false},
                 {"version": "shop-1-0a0a0a0a", "number": 0, "author": "(as started)", "live": false}]"""));

        assertThat(feedback("rules", "versions")).isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                  live  2  shop-1-0a0a0a0a  2026-06-01T15:02:10Z  ada           back to shop-1-0a0a0a0a: too many
                        1  shop-2-1b1b1b1b  2026-06-01T14:40:31Z  ada
                        0  shop-1-0a0a0a0a                        (as started)
                """);
    }

    @Test
    void a_version_is_restored_in_the_place_of_the_newest_though_another_may_be_live() {
        answers.put(
                "POST /v1/rules/versions/shop-0-9f/restore?author=" + System.getProperty("user.name"),
                new Answer(200, "{\"version\": \"shop-0-9f\", \"number\": 5}"));

        assertThat(feedback("rules", "restore", "shop-0-9f")).isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("live: shop-0-9f, edition 5\n");
        assertThat(requests.get(1)).contains("\"shop-2-1b1b1b1b\"");
    }

    @Test
    void a_version_is_restored_only_in_the_place_of_the_rules_that_are_named() {
        assertThat(feedback("rules", "restore", "shop-0-9f", "--based-on", "shop-1-0a0a0a0a"))
                .isEqualTo(1);

        assertThat(requests).singleElement().asString().contains("\"shop-1-0a0a0a0a\"");
    }

    @Test
    void what_knows_of_no_versions_is_no_routing_service() {
        answers.remove("GET /v1/rules/versions");

        assertThat(feedback("rules", "versions")).isEqualTo(2);
        assertThat(feedback("rules", "get", folder.resolve("none.yaml").toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("has no rules: status 404");
        assertThat(folder.resolve("none.yaml")).doesNotExist();
    }

    @Test
    void who_is_not_let_in_hears_so_and_not_that_the_rules_are_wrong() {
        answers.put("POST /v1/rules/check", new Answer(401, "{\"detail\": \"That key is not known.\"}"));

        assertThat(feedback("rules", "check", file.toString())).isEqualTo(2);

        assertThat(err.toString()).isEqualToNormalizingNewlines("That key is not known.\n");
    }

    @Test
    void a_service_that_cannot_serve_now_is_no_service() {
        answers.put("POST /v1/rules/check", new Answer(503, "{\"detail\": \"The broker is away.\"}"));

        assertThat(feedback("rules", "check", file.toString())).isEqualTo(2);

        assertThat(err.toString()).isEqualToNormalizingNewlines("The broker is away.\n");
    }

    @Test
    void where_nobody_answers_there_is_no_service() {
        server.stop(0);

        assertThat(feedback("rules", "check", file.toString())).isEqualTo(2);
        assertThat(feedback("rules", "put", file.toString(), "--based-on", "any"))
                .isEqualTo(2);
        assertThat(feedback("rules", "backtest", file.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("No routing-service answers at http://127.0.0.1:" + port());
    }

    private int feedback(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--service", "http://127.0.0.1:" + port()));
        return new CommandLine(new FeedbackCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(what + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("If-Match") + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Answer answer = answers.getOrDefault(what, new Answer(404, "{\"detail\": \"no answer to " + what + "\"}"));
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
