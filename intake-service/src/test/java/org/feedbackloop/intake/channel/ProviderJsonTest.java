package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "5", "\"a\"", "[]", "{", "{} {}", "{'a':1}", "{\"a\":NaN}", "\u0000{}", "<a/>"})
    void what_is_no_json_object_is_malformed(String body) {
        assertThat(Adapting.problem(ProviderJsonTest::read, Adapting.request(body.getBytes(UTF_8)))
                        .kind())
                .isEqualTo(Kind.MALFORMED_BODY);
    }

    @Test
    void nesting_without_end_is_malformed() {
        byte[] deep = ("{\"a\":".repeat(65) + "1" + "}".repeat(65)).getBytes(UTF_8);

        assertThat(Adapting.problem(ProviderJsonTest::read, Adapting.request(deep))
                        .kind())
                .isEqualTo(Kind.MALFORMED_BODY);
    }

    @Test
    void ids_keep_all_their_digits_whether_numbers_or_texts() {
        JsonNode json = json(
                "{\"long\":4912661846655238145,\"longer\":123456789012345678901234567890,\"text\":\"4912661846655238145\"}");

        assertThat(ProviderJson.text(json.path("long"))).isEqualTo("4912661846655238145");
        assertThat(ProviderJson.text(json.path("longer"))).isEqualTo("123456789012345678901234567890");
        assertThat(ProviderJson.text(json.path("text"))).isEqualTo("4912661846655238145");
    }

    @Test
    void what_is_of_another_kind_is_missing() {
        JsonNode json = json("{\"a\":true,\"b\":null,\"c\":[],\"d\":{},\"e\":1.5}");

        json.forEach(value -> assertThat(ProviderJson.text(value)).isNull());
        assertThat(ProviderJson.text(json.path("f"))).isNull();
    }

    @Test
    void times_are_counted_since_1970() {
        assertThat(ProviderJson.seconds(json("{\"t\":1772438400}").path("t"))).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(ProviderJson.seconds(json("{\"t\":\"1772438400\"}").path("t")))
                .isEqualTo("2026-03-02T08:00:00Z");
        assertThat(ProviderJson.millis(json("{\"t\":1772438400123}").path("t"))).isEqualTo("2026-03-02T08:00:00.123Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775807", "-9223372036854775808", "99999999999999999999", "\"now\"", "\"\"", "[]"})
    void what_is_no_time_is_none(String value) {
        assertThat(ProviderJson.seconds(json("{\"t\":" + value + "}").path("t")))
                .isNull();
    }

    private static Adapted read(RawRequest request) {
        return ProviderJson.read(
                request.body(), json -> Adapted.nothing(new SetAside(SetAside.UNKNOWN_KIND, "It was read.")));
    }

    private static JsonNode json(String text) {
        return ProviderJson.object(text.getBytes(UTF_8)).orElseThrow();
    }
}
