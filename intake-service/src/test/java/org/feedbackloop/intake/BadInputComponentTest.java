package org.feedbackloop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What comes in malformed, each with the status and the problem that it is answered with. Sent over a bare socket, as no
 * HTTP client would send most of it.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
class BadInputComponentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing                      |                                            | 400 | malformed-body   |",
                "blank                        | ` `                                        | 400 | malformed-body   |",
                "not JSON                     | hello                                      | 400 | malformed-body   |",
                "a form                       | text=hello&channel=sms                     | 400 | malformed-body   |",
                "XML                          | <feedback/>                                | 400 | malformed-body   |",
                "null                         | null                                       | 400 | malformed-body   |",
                "a list                       | [{}]                                       | 400 | malformed-body   |",
                "a text                       | \"hello\"                                  | 400 | malformed-body   |",
                "cut off                      | {\"channel\":\"sms\",\"text\":\"he         | 400 | malformed-body   |",
                "two objects                  | {\"channel\":\"sms\",\"text\":\"a\"}{}     | 400 | malformed-body   |",
                "a field twice                | {\"text\":\"a\",\"text\":\"b\"}            | 400 | malformed-body   |",
                "broken UTF-8                 | {\"channel\":\"sms\",\"text\":\"\u00c3(\"} | 400 | malformed-body   |",
                "a number without end         | {\"rating\":{\"score\":1e999999999}}       | 400 | invalid-feedback | rating.score",
                "a number beyond int          | {\"rating\":{\"score\":9999999999}}        | 400 | malformed-body   |",
                "an empty object              | {}                                         | 400 | invalid-feedback | channel",
                "an unknown field             | {\"chanel\":\"sms\"}                       | 400 | invalid-feedback | chanel",
                "an unknown field within      | {\"about\":{\"shop\":\"Leeds\"}}           | 400 | invalid-feedback | about.shop",
                "a number for a text          | {\"text\":5}                               | 400 | invalid-feedback | text",
                "a list for a text            | {\"text\":[\"a\"]}                         | 400 | invalid-feedback | text",
                "a text for an object         | {\"customer\":\"ada\"}                     | 400 | invalid-feedback | customer",
                "no channel                   | {\"text\":\"a\"}                           | 400 | invalid-feedback | channel",
                "an unknown channel           | {\"channel\":\"fax\",\"text\":\"a\"}       | 400 | invalid-feedback | channel",
                "neither text nor rating      | {\"channel\":\"sms\"}                      | 400 | invalid-feedback | text",
                "a blank text                 | {\"channel\":\"sms\",\"text\":\" \"}       | 400 | invalid-feedback | text",
                "NUL in a text                | {\"channel\":\"sms\",\"text\":\"\\u0000\"} | 400 | invalid-feedback | text",
                "half a surrogate pair        | {\"channel\":\"sms\",\"text\":\"\\ud800\"} | 400 | invalid-feedback | text",
                "an unknown type              | {\"channel\":\"sms\",\"text\":\"a\",\"type\":\"rant\"}       | 400 | invalid-feedback | type",
                "an unknown language          | {\"channel\":\"sms\",\"text\":\"a\",\"language\":\"klingonish!\"} | 400 | invalid-feedback | language",
                "a time without offset        | {\"channel\":\"sms\",\"text\":\"a\",\"occurredAt\":\"2026-03-01T10:00:00\"} | 400 | invalid-feedback | occurredAt",
                "a time to come               | {\"channel\":\"sms\",\"text\":\"a\",\"occurredAt\":\"9026-03-01T10:00:00Z\"} | 400 | invalid-feedback | occurredAt",
                "a time before our time       | {\"channel\":\"sms\",\"text\":\"a\",\"occurredAt\":\"1970-01-01T00:00:00Z\"} | 400 | invalid-feedback | occurredAt",
                "no e-mail address            | {\"channel\":\"sms\",\"text\":\"a\",\"customer\":{\"email\":\"ada\"}} | 400 | invalid-feedback | customer.email",
                "no phone number              | {\"channel\":\"sms\",\"text\":\"a\",\"customer\":{\"phone\":\"call me\"}} | 400 | invalid-feedback | customer.phone",
                "a handle without messenger   | {\"channel\":\"sms\",\"text\":\"a\",\"customer\":{\"messenger\":\"@ada\"}} | 400 | invalid-feedback | customer.messenger",
                "a name of two lines          | {\"channel\":\"sms\",\"text\":\"a\",\"customer\":{\"name\":\"a\\nb\"}} | 400 | invalid-feedback | customer.name",
                "a score off its scale        | {\"channel\":\"sms\",\"rating\":{\"scale\":\"csat\",\"score\":0}} | 400 | invalid-feedback | rating.score",
                "a score without a scale      | {\"channel\":\"sms\",\"rating\":{\"score\":3}} | 400 | invalid-feedback | rating.scale"
            })
    void a_malformed_body_is_answered_with_what_to_mend(
            String what, String body, int status, String problem, String field) throws IOException {
        String answer = caller.sendRaw(post("/v1/feedback", body == null ? "" : body));

        JsonNode document = problem(answer, status, problem);
        if (field != null) {
            assertThat(document.at("/invalidParams/0/name").asText()).isEqualTo(field);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown address     | GET /v1/nothing           |                                   | 404 | not-found",
                "an address above       | GET /../../etc/passwd     |                                   | 404 | not-found",
                "an unknown channel     | POST /v1/channels/fax     |                                   | 404 | not-found",
                "a channel of bad bytes | POST /v1/channels/%ff     |                                   | 404 | not-found",
                "a wrong method         | GET /v1/feedback          |                                   | 405 | method-not-allowed",
                "an unknown method      | BREW /v1/feedback         |                                   | 405 | method-not-allowed",
                "no key                 | POST /v1/feedback         | Authorization:                    | 401 | unknown-key",
                "a wrong key            | POST /v1/feedback         | Authorization: Bearer other       | 401 | unknown-key",
                "a wrong scheme         | POST /v1/feedback         | Authorization: Basic bG9jYWw=     | 401 | unknown-key",
                "another media type     | POST /v1/feedback         | Content-Type: text/plain          | 415 | unsupported-media-type",
                "a broken media type    | POST /v1/feedback         | Content-Type: ///                 | 415 | unsupported-media-type",
                "JSON for a batch       | POST /v1/feedback/batch   | Content-Type: application/json    | 415 | unsupported-media-type",
                "an answer in HTML      | POST /v1/feedback         | Accept: text/html                 | 406 | not-acceptable",
                "a broken Accept        | POST /v1/feedback         | Accept: ;;q=x                     | 406 | not-acceptable",
                "a key with a space     | POST /v1/feedback         | Idempotency-Key: a b              | 400 | invalid-header",
                "an empty key           | POST /v1/feedback         | Idempotency-Key:                  | 400 | invalid-header",
                "too long               | POST /v1/feedback         | Content-Length: 65537             | 413 | too-large",
                "far too long           | POST /v1/feedback         | Content-Length: 99999999999       | 413 | too-large",
                "too long for a batch   | POST /v1/feedback/batch   | Content-Length: 1048577           | 413 | too-large",
                "no such reference      | GET /forms/contact/thanks |                                   | 404 | not-found"
            })
    void a_malformed_request_is_answered_with_a_problem(
            String what, String line, String header, int status, String problem) throws IOException {
        String changed = header == null ? "" : header;

        String answer = caller.sendRaw(line + " HTTP/1.1\r\nHost: intake\r\n"
                + unless(changed, "Authorization: Bearer local-key")
                + unless(changed, "Content-Type: application/json")
                + unless(changed, "Content-Length: 2")
                + (changed.isEmpty() ? "" : changed + "\r\n")
                + "\r\n{}");

        problem(answer, status, problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a batch of too many lines   | /v1/feedback/batch | application/x-ndjson | 2001",
                "too much, in chunks         | /v1/feedback       | application/json     | 35000",
                "a batch too large in chunks | /v1/feedback/batch | application/x-ndjson | 600000"
            })
    void what_is_too_large_is_refused_even_in_chunks(String what, String path, String mediaType, int lines)
            throws IOException {
        String body = "x\n".repeat(lines);

        String answer =
                caller.sendRaw("POST " + path + " HTTP/1.1\r\nHost: intake\r\nAuthorization: Bearer local-key\r\n"
                        + "Content-Type: " + mediaType + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");

        problem(answer, 413, "too-large");
    }

    /** The server's own parser turns these away, and has no body for them; what matters is that nothing breaks. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no HTTP               | hello",
                "a negative length     | POST /v1/feedback HTTP/1.1~Host: x~Content-Length: -5",
                "a length in words     | POST /v1/feedback HTTP/1.1~Host: x~Content-Length: two",
                "two lengths           | POST /v1/feedback HTTP/1.1~Host: x~Content-Length: 2~Content-Length: 3",
                "a header without end  | GET /v1/feedback HTTP/1.1~Host: x~no colon here",
                "a broken escape       | GET /v1/%zz HTTP/1.1~Host: x",
                "no host               | GET /v1/feedback HTTP/1.1"
            })
    void what_is_no_http_is_turned_away(String what, String head) {
        assertThat(caller.sendRaw(head.replace("~", "\r\n") + "\r\n\r\n")).matches("(?s)HTTP/1\\.[01] 400 .*");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"a header too long | 431", "an address too long | 414"})
    void what_is_too_long_for_the_parser_is_turned_away(String what, int status) {
        String filler = "x".repeat(30_000);
        String head = status == 414
                ? "GET /" + filler + " HTTP/1.1\r\nHost: x\r\n\r\n"
                : "GET /v1/feedback HTTP/1.1\r\nHost: x\r\nX-Filler: " + filler + "\r\n\r\n";

        assertThat(caller.sendRaw(head)).matches("(?s)HTTP/1\\.[01] " + status + " .*");
    }

    /** Nothing can be answered in the middle of a body that is not cut as HTTP asks for: the connection ends. */
    @ParameterizedTest
    @CsvSource({"ZZ~{}~0~~", "2~{}~ZZ~", "-1~{}~0~~"})
    void a_bad_chunk_ends_the_connection(String chunks) {
        String answer = caller.sendRaw("POST /v1/feedback HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer local-key\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunks.replace("~", "\r\n"));

        assertThat(answer).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 5");
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: intake\r\nAuthorization: Bearer local-key\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String unless(String changed, String header) {
        boolean same = changed.startsWith(header.substring(0, header.indexOf(':') + 1));
        return same ? "" : header + "\r\n";
    }

    private static JsonNode problem(String answer, int status, String problem) throws IOException {
        assertThat(answer).startsWith("HTTP/1.1 " + status + ' ');
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        JsonNode document = MAPPER.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(document.get("type").asText()).isEqualTo("urn:org.feedbackloop:problem:" + problem);
        assertThat(document.get("status").asInt()).isEqualTo(status);
        assertThat(document.get("title").asText()).isNotBlank();
        assertThat(document.get("detail").asText()).isNotBlank();
        assertThat(document.get("instance").asText()).startsWith("/");
        return document;
    }
}
