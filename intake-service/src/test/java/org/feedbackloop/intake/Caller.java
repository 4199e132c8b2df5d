package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An integration with a key that covers all. */
final class Caller {

    static final String JSON = "application/json";

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final int END = -1;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Caller(int port) {
        this.port = port;
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return postSoon(path, JSON, body, headers).join();
    }

    CompletableFuture<HttpResponse<String>> postSoon(String path, String mediaType, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer local-key")
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** Sends these bytes as they are, and returns the answer, or as much of it as comes before the connection ends. */
    String sendRaw(String bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            InputStream answer = new BufferedInputStream(socket.getInputStream());
            String head = headOf(answer);
            Matcher length = CONTENT_LENGTH.matcher(head);
            return head
                    + (length.find() ? new String(answer.readNBytes(Integer.parseInt(length.group(1))), UTF_8) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String headOf(InputStream answer) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = answer.read();
        while (next != END) {
            head.append((char) next);
            next = head.toString().endsWith("\r\n\r\n") ? END : answer.read();
        }
        return head.toString();
    }
}
