package org.feedbackloop.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Plays a little of a day: customers write in six languages, by form and by API, then through every channel, and one
 * of them is followed to the end.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FeedbackLoop system;
    private final PrintStream out;

    private Demo(FeedbackLoop system, PrintStream out) {
        this.system = system;
        this.out = out;
    }

    public static void main(String[] args) {
        int portOffset = Integer.parseInt(System.getenv().getOrDefault("FEEDBACK_PORT_OFFSET", "0"));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Demo(FeedbackLoop.onThisMachine(portOffset), out).play();
    }

    private void play() {
        String run = Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
        List<Said> day = day(run);
        out.println();
        out.println("Customers write:");
        String followed = "";
        for (Said said : day) {
            String feedbackId = said.byForm() ? submit(said) : post(said, run);
            out.printf(
                    "  %s  %-8s %-28s %s%n",
                    said.language(), said.byForm() ? "web form" : "API", said.email(), said.text());
            if (said.followed()) {
                followed = feedbackId;
            }
        }
        out.println();
        out.println("Through every channel:");
        new EveryChannel(system, run).speak(out);
        Said one = day.stream().filter(Said::followed).findFirst().orElseThrow();
        out.println();
        out.println("What became of one of them:");
        new Chain(system, out).print(followed, one.email(), this::await);
    }

    private String submit(Said said) {
        HttpResponse<String> answer = system.submitForm(
                said.language(), Map.of("name", said.name(), "email", said.email(), "message", said.text()));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("the form answered " + answer.statusCode() + ", expected 303");
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('=') + 1);
    }

    private String post(Said said, String run) {
        HttpResponse<String> answer =
                system.post("/v1/feedback", "application/json", said.body().toString(), run + said.email());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("intake answered " + answer.statusCode() + ": " + answer.body());
        }
        return FeedbackLoop.json(answer.body()).path("feedbackId").asText();
    }

    private <T> T await(Supplier<T> question) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("nothing came within " + PATIENCE.toSeconds() + " s");
    }

    /** Every run has customers of its own, so that the second tells the same story as the first. */
    private static List<Said> day(String run) {
        try (InputStream lines = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/day.ndjson"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            List<Said> day = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                day.add(Said.read(FeedbackLoop.json(line.replace("@example", "." + run + "@example"))));
            }
            return day;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One thing that is said in the demo: by the form, or by the API with this body. */
    private record Said(boolean byForm, boolean followed, JsonNode body) {

        static Said read(JsonNode line) {
            return new Said(
                    line.path("by").asText().equals("form"),
                    line.path("followed").asBoolean(),
                    line.path("feedback"));
        }

        String language() {
            return body.path("language").asText();
        }

        String name() {
            return body.path("customer").path("name").asText();
        }

        String email() {
            return body.path("customer").path("email").asText();
        }

        String text() {
            return body.path("text").asText();
        }
    }
}
