package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that begin large mails and take their time over them, whoever they are. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(ApiKeysTestResource.class)
class LargeMailsComponentTest {

    private static final String HEAD = "POST /v1/channels/email/postmark HTTP/1.1\r\nHost: intake\r\n";
    private static final String WITHOUT_LENGTH = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final List<Socket> senders = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket sender : senders) {
            sender.close();
        }
    }

    @Test
    void one_too_many_is_asked_to_come_again_and_finds_room_when_another_has_gone() throws IOException {
        for (int sender = 0; sender < 4; sender++) {
            begin(WITHOUT_LENGTH);
        }

        Socket refused = await().atMost(30, SECONDS)
                .until(this::answered, Optional::isPresent)
                .orElseThrow();

        assertThat(answerTo(refused))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 2")
                .contains("urn:org.feedbackloop:problem:busy");
        assertThat(new Caller(port).sendRaw(HEAD + "Content-Length: 2\r\n\r\n{}"))
                .as("a small mail, meanwhile")
                .startsWith("HTTP/1.1 401 ");

        hangUp();

        String large = "x".repeat(5 * 1024 * 1024);
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(new Caller(port)
                                .sendRaw(HEAD + "Content-Length: " + large.length() + "\r\n\r\n" + large))
                        .startsWith("HTTP/1.1 401 "));
    }

    private void begin(String head) throws IOException {
        Socket sender = new Socket(InetAddress.getLoopbackAddress(), port);
        senders.add(sender);
        sender.getOutputStream().write(head.getBytes(ISO_8859_1));
    }

    private Optional<Socket> answered() throws IOException {
        for (Socket sender : senders) {
            if (sender.getInputStream().available() > 0) {
                return Optional.of(sender);
            }
        }
        return Optional.empty();
    }

    private static String answerTo(Socket sender) throws IOException {
        byte[] answer = new byte[4096];
        return new String(answer, 0, sender.getInputStream().read(answer), ISO_8859_1);
    }
}
