package org.feedbackloop.routing.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.feedbackloop.routing.ShippedRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedTextTest {

    @ParameterizedTest
    @MethodSource
    void what_is_packed_is_unpacked_as_it_was(String text) {
        assertThat(PackedText.of(text).text()).isEqualTo(text);
    }

    static Stream<String> what_is_packed_is_unpacked_as_it_was() {
        Random random = new Random(4);
        return Stream.of(
                "",
                "a",
                "خیلی ممنون 👍\r\n",
                random.ints(200_000, 0x20, 0xD800)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                ShippedRules.document().text());
    }
}
