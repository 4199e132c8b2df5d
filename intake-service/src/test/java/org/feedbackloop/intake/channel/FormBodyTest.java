package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.intake.channel.FormBody.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

    @Test
    void every_field_is_read_in_its_order() {
        FormBody form = FormBody.parse("b=1&a=x+y%21&&b=%e2%98%95&c&d=&e=1=2&=f".getBytes(UTF_8))
                .orElseThrow();

        assertThat(form.fields())
                .containsExactly(
                        new Field("b", "1"),
                        new Field("a", "x y!"),
                        new Field("b", "\u2615"),
                        new Field("c", ""),
                        new Field("d", ""),
                        new Field("e", "1=2"),
                        new Field("", "f"));
        assertThat(form.first("b")).isEqualTo("1");
        assertThat(form.first("x")).isNull();
    }

    @Test
    void nothing_is_a_form_without_fields() {
        assertThat(FormBody.parse(new byte[0]))
                .hasValueSatisfying(form -> assertThat(form.fields()).isEmpty());
    }

    @Test
    void text_that_is_not_encoded_is_text() {
        assertThat(FormBody.parse("a=\u0645".getBytes(UTF_8)).orElseThrow().first("a"))
                .isEqualTo("\u0645");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%", "a=%4", "a=%zz", "a=%-1", "a=%+1", "a=%4&b=1", "a=%ff", "a=%c3", "a=%ed%a0%80", "%=1"})
    void what_two_readers_could_read_differently_is_not_read(String body) {
        assertThat(FormBody.parse(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void values_are_not_printed() {
        assertThat(FormBody.parse("a=my+secret".getBytes(UTF_8)).orElseThrow().fields())
                .asString()
                .doesNotContain("secret");
    }
}
