package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What nobody would send on purpose, at every address: the golden samples of each adapter, broken in seeded ways. Nothing may
 * be answered with a 5xx, no request may hang, and nothing may be taken that is not signed.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
class FuzzComponentTest {

    private static final int MUTATIONS = 2_000;
    private static final int AT_ONCE = 64;
    private static final long SEED = 3;

    /** Of those that are signed at all, one in so many has a signature that does not fit. */
    private static final int UNSIGNED = 4;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ConfigProperty(name = "intake.door.public-url")
    String publicUrl;

    @Test
    @Timeout(900)
    void nothing_broken_breaks_the_door() throws IOException {
        Caller caller = new Caller(port);
        List<String> table = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (ChannelAdapter adapter : adapters()) {
            List<Sample> samples = Sample.of(adapter);
            assertThat(samples).as("golden samples of " + adapter.address()).isNotEmpty();
            Map<Integer, Integer> statuses = new TreeMap<>();
            Random random = new Random(SEED);
            for (int sent = 0; sent < MUTATIONS; sent += AT_ONCE) {
                List<Shot> shots = new ArrayList<>();
                for (int i = 0; i < AT_ONCE && sent + i < MUTATIONS; i++) {
                    shots.add(shot(caller, adapter, samples.get(random.nextInt(samples.size())), random));
                }
                for (Shot shot : shots) {
                    int status = shot.answer().join().statusCode();
                    statuses.merge(status, 1, Integer::sum);
                    if (status >= 500 || !shot.signed() && status < 400) {
                        wrong.add(adapter.address() + " answered " + status + (shot.signed() ? "" : " unsigned")
                                + " to " + shot.mutation());
                    }
                }
            }
            table.add(String.format("| %-20s | %5d | %-45s |", adapter.address(), MUTATIONS, statuses));
        }
        System.out.println("| address              | sent  | answers by status                             |");
        table.forEach(System.out::println);

        assertThat(wrong).isEmpty();
        Caller management = new Caller(managementPort);
        assertThat(management.send(management.request("/q/metrics")).join().body())
                .as("an adapter that throws is caught by the door, and counted")
                .doesNotContain("reason=\"unexpected\"");
    }

    private Shot shot(Caller caller, ChannelAdapter adapter, Sample sample, Random random) {
        String path = "/v1/channels/" + adapter.address();
        boolean provider = adapter instanceof ProviderAdapter;
        boolean signed = random.nextInt(UNSIGNED) > 0;
        String secret = signed ? "local-secret" : "another-secret";
        Mutation mutation = Mutation.of(AddressSigning.body(adapter.address(), secret, sample.body()), random);
        HttpRequest.Builder request = caller.request(path).POST(BodyPublishers.ofByteArray(mutation.body()));
        request.header("Content-Type", sample.contentType(mutation.body()));
        if (!provider) {
            request.header("Authorization", signed ? "Bearer local-key" : "Bearer other-key");
        } else {
            Map<String, String> headers =
                    AddressSigning.headers(adapter.address(), secret, publicUrl + path, mutation.body());
            headers.forEach(request::header);
        }
        return new Shot(caller.send(request), signed, mutation.what());
    }

    private static List<ChannelAdapter> adapters() {
        return Arc.container().listAll(ChannelAdapter.class).stream()
                .map(InstanceHandle::get)
                .filter(adapter -> adapter.getClass().getName().startsWith("org.feedbackloop.intake.channel."))
                .sorted(Comparator.comparing(ChannelAdapter::address))
                .toList();
    }

    private record Shot(CompletableFuture<HttpResponse<String>> answer, boolean signed, String mutation) {}

    private record Sample(String name, byte[] body) {

        /** Of a typed body there is one, which is its example; of a provider there are many, in a folder of its own. */
        static List<Sample> of(ChannelAdapter adapter) throws IOException {
            Path module = Path.of("src");
            Path own = module.resolve("main/resources/samples/" + adapter.address() + ".json");
            if (Files.exists(own)) {
                return List.of(new Sample(own.getFileName().toString(), Files.readAllBytes(own)));
            }
            Path folder = module.resolve("test/resources/samples/" + adapter.address());
            Path files = Files.isDirectory(folder.resolve("raw")) ? folder.resolve("raw") : folder;
            try (Stream<Path> all = Files.list(files)) {
                List<Sample> samples = new ArrayList<>();
                for (Path file : all.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
                    samples.add(new Sample(file.getFileName().toString(), Files.readAllBytes(file)));
                }
                return samples;
            }
        }

        String contentType(byte[] mutated) {
            if (name.endsWith(".eml")) {
                return "message/rfc822";
            }
            if (name.endsWith(".json")) {
                return "application/json";
            }
            if (name.contains("multipart")) {
                String firstLine =
                        new String(body, ISO_8859_1).lines().findFirst().orElse("--x");
                return "multipart/form-data; boundary=" + firstLine.substring(2).strip();
            }
            return "application/x-www-form-urlencoded";
        }
    }

    /** A body that was sound, and what was done to it. */
    private record Mutation(byte[] body, String what) {

        private static final List<String> STRANGERS = List.of(
                "null",
                "true",
                "-1",
                "0",
                "1e309",
                "99999999999999999999999999999999",
                "\"\"",
                "[]",
                "{}",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "{\"a\":".repeat(500),
                "\"" + "x".repeat(30_000) + "\"",
                "\u0000",
                "=?utf-8?B?////?=",
                "%ff%zz",
                "--",
                "\r\n\r\n");

        static Mutation of(byte[] sound, Random random) {
            String text = new String(sound, ISO_8859_1);
            int at = text.isEmpty() ? 0 : random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(40));
            return switch (random.nextInt(6)) {
                case 0 -> of(text.substring(0, at), "a cut at " + at);
                case 1 -> of(text.substring(0, at) + text.substring(end), at + " to " + end + " left out");
                case 2 -> of(text.substring(0, end) + text.substring(at), at + " to " + end + " twice");
                case 3 ->
                    of(
                            text.substring(0, at) + (char) random.nextInt(256) + text.substring(Math.min(end, at + 1)),
                            "another byte at " + at);
                case 4 -> of(text.substring(0, at) + stranger(random) + text.substring(at), "something in at " + at);
                default -> valueSwapped(text, random);
            };
        }

        /** A JSON value or the value of a form's field, given for another. */
        private static Mutation valueSwapped(String text, Random random) {
            List<int[]> values = new ArrayList<>();
            java.util.regex.Matcher value = java.util.regex.Pattern.compile(
                            "(?<=[:\\[,=]\\s?)(\"(?:[^\"\\\\]|\\\\.){0,500}\"|-?[0-9.]+|true|false|null|[^&\"{}\\[\\],\\s]+)")
                    .matcher(text);
            while (value.find()) {
                values.add(new int[] {value.start(), value.end()});
            }
            if (values.isEmpty()) {
                return of(text + stranger(random), "something at the end");
            }
            int[] chosen = values.get(random.nextInt(values.size()));
            return of(
                    text.substring(0, chosen[0]) + stranger(random) + text.substring(chosen[1]),
                    "another value at " + chosen[0]);
        }

        private static String stranger(Random random) {
            return STRANGERS.get(random.nextInt(STRANGERS.size()));
        }

        private static Mutation of(String text, String what) {
            return new Mutation(text.getBytes(ISO_8859_1), what);
        }
    }
}
