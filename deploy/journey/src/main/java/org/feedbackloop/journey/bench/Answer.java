package org.feedbackloop.journey.bench;

import java.util.Locale;
import java.util.Optional;

/** An HTTP/1.1 answer, in as much of the grammar as servers use towards a client that keeps its connection. */
record Answer(int status, String body) {

    private static final String LINE_END = "\r\n";
    private static final String HEAD_END = "\r\n\r\n";
    private static final String CONTENT_LENGTH = "\r\ncontent-length:";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

    /** The answer, once all of it has been received. */
    static Optional<Answer> in(String received) {
        int headEnd = received.indexOf(HEAD_END);
        if (headEnd < 0) {
            return Optional.empty();
        }
        String head = received.substring(0, headEnd + LINE_END.length()).toLowerCase(Locale.ROOT);
        String rest = received.substring(headEnd + HEAD_END.length());
        Optional<String> body = head.contains(CHUNKED) ? chunked(rest) : sized(rest, contentLength(head));
        return body.map(whole -> new Answer(status(head), whole));
    }

    long lines() {
        return body.lines().count();
    }

    private static int status(String head) {
        int code = head.indexOf(' ') + 1;
        return Integer.parseInt(head, code, code + 3, 10);
    }

    /** A body that only the end of the connection ends would leave nothing to measure a next post on. */
    private static int contentLength(String head) {
        int at = head.indexOf(CONTENT_LENGTH);
        if (at < 0) {
            throw new BrokenBench(
                    "An answer does not say how long it is: " + head.lines().toList());
        }
        int value = at + CONTENT_LENGTH.length();
        return Integer.parseInt(
                head.substring(value, head.indexOf(LINE_END, value)).strip());
    }

    private static Optional<String> sized(String rest, int length) {
        return rest.length() < length ? Optional.empty() : Optional.of(rest.substring(0, length));
    }

    private static Optional<String> chunked(String rest) {
        var body = new StringBuilder();
        int at = 0;
        while (true) {
            int sizeEnd = rest.indexOf(LINE_END, at);
            if (sizeEnd < 0) {
                return Optional.empty();
            }
            int size = Integer.parseInt(rest, at, sizeEnd, 16);
            int chunk = sizeEnd + LINE_END.length();
            int chunkEnd = chunk + size + LINE_END.length();
            if (rest.length() < chunkEnd) {
                return Optional.empty();
            }
            if (size == 0) {
                return Optional.of(body.toString());
            }
            body.append(rest, chunk, chunk + size);
            at = chunkEnd;
        }
    }
}
