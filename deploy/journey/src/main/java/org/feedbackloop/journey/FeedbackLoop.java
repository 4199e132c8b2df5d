package org.feedbackloop.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedbackloop.local.LocalStack;
import org.feedbackloop.local.Mailbox;
import org.feedbackloop.local.TopicReader;
import org.jspecify.annotations.Nullable;

/** The whole system as those outside of it see it: its APIs, its topics, and the mailboxes of its customers. */
public final class FeedbackLoop {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern HIDDEN_FIELD =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI intake;
    private final URI crm;
    private final TopicReader topics;
    private final Mailbox mailbox;

    private FeedbackLoop(URI intake, URI crm, TopicReader topics, Mailbox mailbox) {
        this.intake = intake;
        this.crm = crm;
        this.topics = topics;
        this.mailbox = mailbox;
    }

    public static FeedbackLoop on(LocalStack stack) {
        return new FeedbackLoop(
                stack.service("intake-service").uri(),
                stack.service("crm-service").uri(),
                new TopicReader(stack.addresses().bootstrapServers()),
                stack.mail().mailbox());
    }

    /** The stack that {@code ./feedback up} has started, with every port moved by the offset. */
    public static FeedbackLoop onThisMachine(int portOffset) {
        return new FeedbackLoop(
                URI.create("http://127.0.0.1:" + (8081 + portOffset)),
                URI.create("http://127.0.0.1:" + (8083 + portOffset)),
                new TopicReader("127.0.0.1:" + (9092 + portOffset)),
                new Mailbox(3143 + portOffset));
    }

    public TopicReader topics() {
        return topics;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** Posts to intake's API with the local key. */
    public HttpResponse<String> post(String path, String contentType, String body, @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(intake.resolve(path))
                .header("Authorization", "Bearer local-key")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    /** Delivers to intake as a provider does: without a key, with what the provider proves itself by. */
    public HttpResponse<String> deliver(String path, String contentType, String body, Map<String, String> proof) {
        HttpRequest.Builder request = HttpRequest.newBuilder(intake.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        proof.forEach(request::header);
        return send(request);
    }

    /** Intake's own address, which providers sign on this machine. */
    public URI intakeAddress() {
        return intake;
    }

    /** Fills in the public form as a browser without JavaScript would, and returns what the server answers. */
    public HttpResponse<String> submitForm(String language, Map<String, String> fields) {
        URI form = intake.resolve("/forms/contact?lang=" + language);
        String page = send(HttpRequest.newBuilder(form).GET()).body();
        Map<String, String> hidden = HIDDEN_FIELD
                .matcher(page)
                .results()
                .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2), (one, other) -> one));
        hidden.putAll(fields);
        return send(HttpRequest.newBuilder(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(hidden))));
    }

    /** The page that an answer of the form sends the browser to. */
    public HttpResponse<String> follow(HttpResponse<String> redirect) {
        String location = redirect.headers().firstValue("Location").orElseThrow();
        return send(HttpRequest.newBuilder(intake.resolve(location)).GET());
    }

    /** What crm-service answers to a question. */
    public JsonNode crm(String path) {
        return json(send(HttpRequest.newBuilder(crm.resolve(path)).GET()).body());
    }

    public HttpResponse<String> answer(String caseId, String consultant, String text) {
        Map<String, String> answer = Map.of("consultant", consultant, "text", text);
        return send(HttpRequest.newBuilder(crm.resolve("/v1/cases/" + caseId + "/answers"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(answer).toString())));
    }

    /** The customer that a contact leads to; a missing node if nobody is known by it. */
    public JsonNode customer(String contact) {
        return crm("/v1/customers?contact=" + URLEncoder.encode(contact, StandardCharsets.UTF_8))
                .path(0);
    }

    public List<JsonNode> timeline(String customerId) {
        List<JsonNode> entries = new ArrayList<>();
        crm("/v1/customers/" + customerId + "/timeline?size=500").forEach(entries::add);
        return entries;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
