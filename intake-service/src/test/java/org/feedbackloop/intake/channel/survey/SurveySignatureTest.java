package org.feedbackloop.intake.channel.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.channel.ProviderAdapter;
import org.feedbackloop.intake.channel.chat.ChatwootAdapter;
import org.feedbackloop.intake.channel.chat.IntercomAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who signs, and who only says so. The values were computed with openssl. */
class SurveySignatureTest {

    private static final byte[] BODY = "{\"id\":1,\"text\":\"Grüße\"}".getBytes(UTF_8);

    enum Signed {
        TYPEFORM(
                new TypeformAdapter(Adapting.NORMALISER),
                Adapting.SECRET,
                SurveySigning::typeform,
                "Typeform-Signature",
                "sha256=7zwzklpqOlMSPIT5zHEoNLNtQkjxflSoh20YUDqIR6c="),
        DELIGHTED(
                new DelightedAdapter(Adapting.NORMALISER),
                Adapting.SECRET,
                SurveySigning::delighted,
                "X-Delighted-Webhook-Signature",
                "sha256=ef3c33925a6a3a53123c84f9cc712834b36d4248f17e54a8876d18503a8847a7"),
        SURVEYMONKEY(
                new SurveyMonkeyAdapter(Adapting.NORMALISER),
                "key&" + Adapting.SECRET,
                SurveySigning::surveyMonkey,
                "Sm-Signature",
                "8BLmCK20LLBzyzJnOaZwKyYKDqo="),
        CHATWOOT(
                new ChatwootAdapter(Adapting.NORMALISER),
                Adapting.SECRET,
                SurveySigning::chatwoot,
                "X-Chatwoot-Signature",
                "sha256=fed56bc94056b466537a2b6e1d2f517d4c2287d3ff0e7cc85097fbed7394c509",
                "X-Chatwoot-Timestamp",
                "1772442000"),
        INTERCOM(
                new IntercomAdapter(Adapting.NORMALISER),
                Adapting.SECRET,
                SurveySigning::intercom,
                "X-Hub-Signature",
                "sha1=479ed84b397a35c2831fdaa07c66a93399945e04");

        private final ProviderAdapter adapter;
        private final String secret;
        private final BiFunction<String, byte[], String[]> signer;
        private final String[] proof;

        Signed(ProviderAdapter adapter, String secret, BiFunction<String, byte[], String[]> signer, String... proof) {
            this.adapter = adapter;
            this.secret = secret;
            this.signer = signer;
            this.proof = proof;
        }

        boolean accepts(byte[] body, String... headers) {
            return adapter.isAuthentic(Adapting.request(body, headers), secret);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_provider_signed_is_authentic(Signed signed) {
        assertThat(signed.accepts(BODY, signed.proof)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_signers_of_the_tests_sign_as_openssl_does(Signed signed) {
        assertThat(signed.signer.apply(signed.secret, BODY)).contains(signed.proof);
    }

    @ParameterizedTest
    @EnumSource
    void a_body_with_any_byte_altered_is_not(Signed signed) {
        for (int i = 0; i < BODY.length; i++) {
            byte[] altered = BODY.clone();
            altered[i] ^= 1;
            assertThat(signed.accepts(altered, signed.proof)).as("byte %d", i).isFalse();
        }
        assertThat(signed.accepts(new byte[0], signed.proof)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_proof_with_any_character_altered_or_missing_is_not(Signed signed) {
        for (int header = 1; header < signed.proof.length; header += 2) {
            String value = signed.proof[header];
            for (int i = 0; i < value.length(); i++) {
                String[] proof = signed.proof.clone();
                proof[header] = value.substring(0, i) + (char) (value.charAt(i) ^ 1) + value.substring(i + 1);
                assertThat(signed.accepts(BODY, proof)).as("character %d", i).isFalse();
                proof[header] = value.substring(0, i);
                assertThat(signed.accepts(BODY, proof)).as("cut at %d", i).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_a_proof_or_with_that_of_another_nobody_gets_in(Signed signed) {
        assertThat(signed.accepts(BODY)).isFalse();
        assertThat(signed.accepts(BODY, signed.proof[0], signed.proof[1] + signed.proof[1]))
                .isFalse();
        assertThat(signed.accepts(BODY, signed.signer.apply("another secret", BODY)))
                .isFalse();
    }

    @Test
    void an_older_chatwoot_shows_the_secret_as_the_password_of_its_address() {
        assertThat(Signed.CHATWOOT.accepts(BODY, SurveySigning.chatwootOfOld(Adapting.SECRET)))
                .isTrue();
        assertThat(Signed.CHATWOOT.accepts(BODY, SurveySigning.chatwootOfOld("another secret")))
                .isFalse();
        assertThat(Signed.CHATWOOT.accepts(BODY, SurveySigning.chatwootOfOld("")))
                .isFalse();
    }
}
