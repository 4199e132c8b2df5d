package org.feedbackloop.journey.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final String SIZED = "HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\none\n\r\na\r\ntwo\nthree\n\r\n0\r\n\r\n";

    @Test
    void a_sized_answer_ends_with_its_last_byte() {
        assertThat(Answer.in(SIZED)).contains(new Answer(202, "hello"));
    }

    @Test
    void a_chunked_answer_is_put_together() {
        var answer = Answer.in(CHUNKED).orElseThrow();

        assertThat(answer).isEqualTo(new Answer(200, "one\ntwo\nthree\n"));
        assertThat(answer.lines()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {SIZED, CHUNKED})
    void no_part_of_an_answer_is_taken_for_the_whole(String whole) {
        for (int length = 0; length < whole.length(); length++) {
            assertThat(Answer.in(whole.substring(0, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void header_names_are_read_in_any_case() {
        assertThat(Answer.in("HTTP/1.1 503 Service Unavailable\r\nconTENT-length:0\r\n\r\n"))
                .contains(new Answer(503, ""));
    }

    @Test
    void an_answer_without_a_length_is_broken() {
        assertThatExceptionOfType(BrokenBench.class)
                .isThrownBy(() -> Answer.in("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"))
                .withMessageContaining("connection: close");
    }
}
