package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came in at the door, as it came.
 *
 * @param url as the sender wrote it: our public address, the path and the query
 * @param body owned by the request: not to be changed
 */
public record RawRequest(Headers headers, String url, byte[] body, Instant receivedAt) {

    /** The headers of a request; names without regard to case. */
    @FunctionalInterface
    public interface Headers {

        @Nullable
        String first(String name);
    }

    /** One of several that came in one body. */
    public RawRequest withBody(byte[] newBody) {
        return new RawRequest(headers, url, newBody, receivedAt);
    }

    public @Nullable String header(String name) {
        return headers.first(name);
    }

    /** The header Content-Type; empty if there is none. */
    public String contentType() {
        String type = headers.first("Content-Type");
        return type == null ? "" : type;
    }

    /** A parameter of the query, decoded; the first of several. */
    public @Nullable String query(String name) {
        int begin = url.indexOf('?');
        if (begin < 0) {
            return null;
        }
        for (String pair : url.substring(begin + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && decoded(pair.substring(0, equals)).equals(name)) {
                return decoded(pair.substring(equals + 1));
            }
        }
        return null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "RawRequest[" + body.length + " bytes]";
    }
}
