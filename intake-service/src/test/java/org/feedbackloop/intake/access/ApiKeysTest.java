package org.feedbackloop.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.feedbackloop.event.v1.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    /** {@code printf %s open-sesame | sha256sum}. */
    private static final String OPEN_SESAME = "d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7";

    @Test
    void a_key_is_known_by_its_hash() {
        ApiKeys keys = ApiKeys.parse(entry("[phone-call, callback]"));

        assertThat(keys.holderOf("open-sesame"))
                .contains(new ApiKeys.Holder(
                        new Integration("call-centre", "acme", Set.of(Channel.PHONE_CALL, Channel.CALLBACK)),
                        ApiKeys.USUAL_RATE));
        assertThat(keys.holderOf("open-barley")).isEmpty();
        assertThat(keys.holderOf(OPEN_SESAME)).isEmpty();
    }

    @Test
    void a_star_covers_every_channel() {
        assertThat(ApiKeys.parse(entry("[\"*\"]"))
                        .holderOf("open-sesame")
                        .orElseThrow()
                        .integration()
                        .channels())
                .containsExactlyInAnyOrder(Channel.values());
    }

    @Test
    void a_key_may_have_a_rate_of_its_own() {
        assertThat(ApiKeys.parse(entry("[sms]") + "    rate: {perSecond: 20, burst: 100}")
                        .holderOf("open-sesame")
                        .orElseThrow()
                        .sender()
                        .rate())
                .isEqualTo(Rate.perSecond(20, 100));
    }

    @Test
    void json_is_taken_as_well() {
        String json = "{\"keys\":[{\"name\":\"a\",\"sha256\":\"" + OPEN_SESAME
                + "\",\"brand\":\"b\",\"channels\":[\"sms\"]}]}";

        assertThat(ApiKeys.parse(json).holderOf("open-sesame")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "keys",
                "keys: 5",
                "lock: []",
                "keys: [{name: a}]",
                "keys: [{name: a, sha256: abc, brand: b, channels: [sms]}]",
                "keys: [{name: a, sha256: " + OPEN_SESAME + ", brand: b, channels: [fax]}]",
                "keys: [{name: a, sha256: " + OPEN_SESAME + ", brand: b, channels: []}]",
                "keys: [{name: a, sha256: " + OPEN_SESAME + ", brand: b, channels: [sms], admin: true}]",
                "keys: [{name: a, sha256: zz" + "ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7"
                        + ", brand: b, channels: [sms]}]"
            })
    void a_list_that_leaves_something_open_is_not_taken(String document) {
        assertThatIllegalArgumentException().isThrownBy(() -> ApiKeys.parse(document));
    }

    static String entry(String channels) {
        return "keys:\n  - name: call-centre\n    sha256: " + OPEN_SESAME + "\n    brand: acme\n    channels: "
                + channels + '\n';
    }
}
