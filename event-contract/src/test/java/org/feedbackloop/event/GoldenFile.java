package org.feedbackloop.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A whole message as it stands on the wire. Frozen: what could be read on the day it was written is readable for ever. */
record GoldenFile(EventType<?> type, String name, WireMessage message) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenFile> all() {
        return EventType.all().stream().flatMap(GoldenFile::ofType).toList();
    }

    static GoldenFile named(EventType<?> type, String name) {
        return ofType(type)
                .filter(golden -> golden.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no golden file " + type.topic() + "/" + name));
    }

    static <T extends Record> Event<T> read(EventType<T> type, String name) {
        return named(type, name).read(type);
    }

    Event<?> read() {
        return read(type);
    }

    <T extends Record> Event<T> read(EventType<T> expected) {
        return CloudEvents.read(expected, message);
    }

    ObjectNode data() {
        try {
            return (ObjectNode) JSON.readTree(message.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GoldenFile with(JsonNode data) {
        return with(data.toString().getBytes(UTF_8));
    }

    GoldenFile with(byte[] data) {
        return new GoldenFile(type, name, new WireMessage(message.key(), message.headers(), data));
    }

    GoldenFile with(Map<String, String> headers) {
        return new GoldenFile(type, name, new WireMessage(message.key(), headers, message.data()));
    }

    private static Stream<GoldenFile> ofType(EventType<?> type) {
        try (Stream<Path> files = Files.list(folder().resolve(type.topic()))) {
            return files.sorted().map(file -> parse(type, file)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        try {
            return Path.of(GoldenFile.class.getResource("/golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GoldenFile parse(EventType<?> type, Path file) {
        try {
            JsonNode whole = JSON.readTree(file.toFile());
            Map<String, String> headers = new LinkedHashMap<>();
            whole.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().textValue()));
            var message = new WireMessage(
                    whole.get("key").textValue(),
                    headers,
                    whole.get("data").toString().getBytes(UTF_8));
            return new GoldenFile(type, file.getFileName().toString().replace(".json", ""), message);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return type.topic() + "/" + name;
    }
}
