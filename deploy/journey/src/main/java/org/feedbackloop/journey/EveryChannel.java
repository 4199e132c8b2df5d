package org.feedbackloop.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One thing said through each channel, in the form and with the proof that intake expects there. */
final class EveryChannel {

    private static final String SECRET = "local-secret";
    private static final String JSON = "application/json";

    private final FeedbackLoop system;
    private final String run;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** @param run told apart from every other run, so that nothing is taken for a retry */
    EveryChannel(FeedbackLoop system, String run) {
        this.system = system;
        this.run = run;
    }

    /** Prints a line for each channel. */
    void speak(PrintStream out) {
        try (InputStream lines = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/channels.ndjson"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode said = FeedbackLoop.json(filled(line));
                HttpResponse<String> answer = deliver(said);
                if (answer.statusCode() / 100 != 2) {
                    throw new IllegalStateException(
                            said.path("address").asText() + " answered " + answer.statusCode() + ": " + answer.body());
                }
                out.printf(
                        "  %-14s %-19s %d  %-16s %s%n",
                        said.path("channel").asText(),
                        said.path("address").asText(),
                        answer.statusCode(),
                        said.path("who").asText(),
                        said.path("words").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String filled(String line) {
        return line.replace("RUN", run)
                .replace("\"NOW\"", '"' + now.toString() + '"')
                .replace("\"EPOCH\"", Long.toString(now.getEpochSecond()))
                .replace("\"SERIAL\"", Long.toString(now.getEpochSecond()))
                .replace("@example", "." + run + "@example");
    }

    private HttpResponse<String> deliver(JsonNode said) {
        String path = "/v1/channels/" + said.path("address").asText();
        JsonNode body = said.path("body");
        return switch (said.path("by").asText()) {
            case "key" -> system.post(path, JSON, body.toString(), null);
            case "mail" -> system.post(path, "message/rfc822", mail(body), null);
            case "telegram" ->
                system.deliver(path, JSON, body.toString(), Map.of("X-Telegram-Bot-Api-Secret-Token", SECRET));
            case "twilio" -> fromTwilio(path, body);
            default -> throw new IllegalStateException("nobody delivers by " + said.path("by"));
        };
    }

    private String mail(JsonNode body) {
        return String.join(
                "\r\n",
                "From: <" + body.path("from").asText() + ">",
                "To: <help@example.com>",
                "Subject: =?utf-8?B?"
                        + Base64.getEncoder()
                                .encodeToString(body.path("subject").asText().getBytes(UTF_8)) + "?=",
                "Message-ID: <" + run + "@mail.example.org>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder()
                        .encodeToString(body.path("text").asText().getBytes(UTF_8)),
                "");
    }

    /** Signed as Twilio signs: the address as it was given, and every field of the form in the order of their names. */
    private HttpResponse<String> fromTwilio(String path, JsonNode body) {
        Map<String, String> fields = new TreeMap<>();
        body.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        String signed = system.intakeAddress()
                + path
                + fields.entrySet().stream()
                        .map(field -> field.getKey() + field.getValue())
                        .collect(Collectors.joining());
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return system.deliver(
                path,
                "application/x-www-form-urlencoded",
                form,
                Map.of("X-Twilio-Signature", Base64.getEncoder().encodeToString(hmacSha1(signed))));
    }

    private static byte[] hmacSha1(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
            return mac.doFinal(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
