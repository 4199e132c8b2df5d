package org.feedbackloop.intake.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void lines_keep_their_numbers_and_blank_ones_are_left_out() {
        assertThat(read("a\n\n b\r\n \t\r\nc")).containsExactly("1:a", "3: b\r", "5:c");
    }

    @Test
    void a_last_line_needs_no_end() {
        assertThat(read("a\n")).containsExactly("1:a");
        assertThat(read("a")).containsExactly("1:a");
    }

    @Test
    void nothing_has_no_lines() {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    private static List<String> read(String body) {
        return Lines.of(body.getBytes(UTF_8)).stream()
                .map(line -> line.number() + ":" + new String(line.bytes(), UTF_8))
                .toList();
    }
}
