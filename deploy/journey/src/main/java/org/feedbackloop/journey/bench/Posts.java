package org.feedbackloop.journey.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * HTTP requests made ready beforehand and handed out in turn, over and over, so that the load generator spends its share
 * of the machine on sending alone. For one thread.
 */
final class Posts {

    private final List<ByteBuffer> requests;
    private final int status;
    private final int recordsEach;
    private int next;

    private Posts(List<ByteBuffer> requests, int status, int recordsEach) {
        this.requests = requests;
        this.status = status;
        this.recordsEach = recordsEach;
    }

    /** One feedback a post, accepted with 202. */
    static Posts single(List<String> bodies) {
        var requests = bodies.stream()
                .map(body -> request("/v1/feedback", "application/json", body))
                .toList();
        return new Posts(requests, 202, 1);
    }

    /** As many lines a post, answered with 200 and a line for each. Bodies that fill no whole batch are left out. */
    static Posts batches(List<String> bodies, int lines) {
        var requests = new ArrayList<ByteBuffer>();
        for (int start = 0; start + lines <= bodies.size(); start += lines) {
            String body = String.join("\n", bodies.subList(start, start + lines)) + "\n";
            requests.add(request("/v1/feedback/batch", "application/x-ndjson", body));
        }
        return new Posts(requests, 200, lines);
    }

    ByteBuffer next() {
        ByteBuffer request = requests.get(next);
        next = (next + 1) % requests.size();
        return request.duplicate();
    }

    int recordsEach() {
        return recordsEach;
    }

    /** Whether the answer says that everything in the post was taken. */
    boolean acceptedBy(Answer answer) {
        return answer.status() == status && (recordsEach == 1 || answer.lines() == recordsEach);
    }

    private static ByteBuffer request(String path, String contentType, String body) {
        String head = "POST " + path + " HTTP/1.1\r\n"
                + "Host: 127.0.0.1\r\n"
                + "Authorization: Bearer local-key\r\n"
                + "Content-Type: " + contentType + "\r\n"
                + "Content-Length: " + body.length() + "\r\n"
                + "\r\n";
        byte[] bytes = (head + body).getBytes(US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
