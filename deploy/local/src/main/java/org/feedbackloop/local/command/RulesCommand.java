package org.feedbackloop.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.feedbackloop.local.StackFailure;
import org.feedbackloop.local.command.RoutingApi.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Checks, tries and changes the rules that feedback is routed by.",
        footer = {
            "",
            "Ends with 0, with 1 if the rules were refused, with 2 if no routing-service could or would be asked."
        })
final class RulesCommand implements Runnable {

    private static final int REFUSED = 1;
    private static final int NO_SERVICE = 2;
    private static final int ROUTING_PORT = 8082;

    @Option(
            names = "--service",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Where routing-service is; without it, the one on this machine.")
    private @Nullable URI service;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            scope = ScopeType.INHERIT,
            description = "The key that lets you in; without it, local-key.")
    private String key = "local-key";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "get, check, explain, backtest, put, versions or restore?");
    }

    @Command(name = "get", description = "Writes the newest rules to a file, and says what to base a change on.")
    int get(@Parameters(paramLabel = "FILE", description = "Is replaced if there is one.") Path file) {
        return asking(() -> {
            String newest = api().newest();
            write(file, api().text(newest));
            return report().written(file.toString(), newest);
        });
    }

    @Command(name = "check", description = "Says what a rules document holds, or all that is wrong with it.")
    int check(@Parameters(paramLabel = "FILE", description = "A rules document.") Path file) {
        return asking(() -> {
            Answer answer = api().check(read(file));
            return answer.isOk()
                    ? report().contents(file.toString(), answer.body())
                    : report().refused(file.toString(), answer);
        });
    }

    @Command(name = "explain", description = "Says what a rules document would decide, and why.")
    int explain(@Parameters(paramLabel = "FILE", description = "A rules document.") Path file, @Mixin Said said) {
        return asking(() -> {
            ObjectNode question = said.question();
            question.put("rules", new String(read(file), StandardCharsets.UTF_8));
            Answer answer = api().explain(question);
            return answer.isOk() ? report().explanation(answer.body()) : report().refused(file.toString(), answer);
        });
    }

    @Command(
            name = "backtest",
            description = "Says what a rules document would change about the feedback of the last days.")
    int backtest(
            @Parameters(paramLabel = "FILE", description = "A rules document.") Path file,
            @Option(names = "--days", paramLabel = "N", description = "So many days; without it, 7.") @Nullable
                    Integer days,
            @Option(names = "--most", paramLabel = "N", description = "The newest so many; without it, 100000.")
                    @Nullable
                    Integer most) {
        return asking(() -> {
            Map<String, String> bounds = new TreeMap<>();
            put(bounds, "days", days);
            put(bounds, "most", most);
            HttpResponse<InputStream> response = api().backtest(read(file), bounds);
            try (InputStream answer = response.body()) {
                if (response.statusCode() != 200) {
                    JsonNode problem = RoutingApi.json(answer.readAllBytes());
                    return report().refused(
                                    file.toString(), RoutingApi.served(new Answer(response.statusCode(), problem)));
                }
                return follow(answer);
            } catch (IOException e) {
                throw new RoutingApi.Away("The answer has broken off: " + e.getMessage());
            }
        });
    }

    @Command(name = "put", description = "Routes feedback by a rules document from now on.")
    int put(
            @Parameters(paramLabel = "FILE", description = "A rules document.") Path file,
            @Option(
                            names = "--based-on",
                            paramLabel = "VERSION",
                            required = true,
                            description =
                                    "The rules that it was made from, as get told; if they have gone, it stays out.")
                    String basedOn,
            @Option(names = "--note", paramLabel = "TEXT", description = "Why.") @Nullable String note) {
        return asking(() -> {
            Answer answer = api().put(read(file), basedOn, why(note));
            return answer.isOk() ? report().live(answer.body()) : report().refused(file.toString(), answer);
        });
    }

    @Command(name = "versions", description = "Shows every edition of the rules, the newest first.")
    int versions() {
        return asking(() -> report().versions(api().versions().body()));
    }

    @Command(name = "restore", description = "Goes back to an earlier version of the rules.")
    int restore(
            @Parameters(paramLabel = "VERSION", description = "One that versions shows.") String version,
            @Option(
                            names = "--based-on",
                            paramLabel = "VERSION",
                            description = "The rules that shall go; without it, the newest.")
                    @Nullable
                    String basedOn,
            @Option(names = "--note", paramLabel = "TEXT", description = "Why.") @Nullable String note) {
        return asking(() -> {
            Answer answer = api().restore(version, basedOn == null ? api().newest() : basedOn, why(note));
            return answer.isOk() ? report().live(answer.body()) : report().refused(version, answer);
        });
    }

    private int follow(InputStream answer) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode read = RoutingApi.json(line.getBytes(StandardCharsets.UTF_8));
            if (read.has("progress")) {
                report().progress(read.path("progress"));
            } else if (read.has("result")) {
                return report().backtest(read.path("result"));
            } else {
                throw new RoutingApi.Away(read.at("/failure/reason").asText("no result"));
            }
        }
        throw new RoutingApi.Away("The answer has broken off.");
    }

    private int asking(IntSupplier question) {
        try {
            return question.getAsInt();
        } catch (RoutingApi.Away away) {
            spec.commandLine().getErr().println(away.getMessage());
            return NO_SERVICE;
        }
    }

    private RoutingApi api() {
        return new RoutingApi(service == null ? onThisMachine() : service, key);
    }

    private static URI onThisMachine() {
        return URI.create(
                "http://127.0.0.1:" + (ROUTING_PORT + Settings.portOffset(System.getenv("FEEDBACK_PORT_OFFSET"))));
    }

    private RulesReport report() {
        return new RulesReport(spec.commandLine().getOut(), spec.commandLine().getErr(), REFUSED);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(Settings.calledFrom().resolve(file));
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, byte[] rules) {
        try {
            Files.write(Settings.calledFrom().resolve(file), rules);
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> why(@Nullable String note) {
        Map<String, String> why = new TreeMap<>();
        put(why, "author", System.getProperty("user.name"));
        put(why, "note", note);
        return why;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
