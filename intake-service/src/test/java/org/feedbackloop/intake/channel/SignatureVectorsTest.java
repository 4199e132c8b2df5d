package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.SampleTally;
import org.feedbackloop.intake.SharedSamples;
import org.feedbackloop.intake.channel.FormBody.Field;
import org.feedbackloop.intake.channel.call.TwilioGatherAdapter;
import org.feedbackloop.intake.channel.message.ViberAdapter;
import org.feedbackloop.intake.channel.message.WhatsAppAdapter;
import org.junit.jupiter.api.Test;

/** Signatures that others computed: each of them fits, and none once a single bit of the body or a character is another. */
class SignatureVectorsTest {

    private static final ProviderAdapter WHATSAPP = new WhatsAppAdapter(Adapting.NORMALISER);
    private static final ProviderAdapter VIBER = new ViberAdapter(Adapting.NORMALISER);
    private static final ProviderAdapter TWILIO = new TwilioGatherAdapter(Adapting.NORMALISER);

    @Test
    void metas_vector_fits_and_no_altered_one() {
        JsonNode vector = vectors("webhooks/signature_vectors.json").path("x_hub_signature_256");

        assertSigned(WHATSAPP, vector, vector.path("secret").asText());
    }

    @Test
    void vibers_vector_fits_and_no_altered_one() {
        JsonNode vector = vectors("webhooks/signature_vectors.json").path("viber");

        assertSigned(VIBER, vector, vector.path("auth_token").asText());
    }

    @Test
    void twilios_vectors_fit_and_no_altered_one() {
        JsonNode all = vectors("webhooks/twilio/signature_vectors.json");
        byte[] json = all.path("json_body").asText().getBytes(UTF_8);

        SampleTally tally = new SampleTally(new TwilioGatherAdapter(Adapting.NORMALISER));
        for (JsonNode vector : all.path("vectors")) {
            boolean isForm = !vector.path("form_params").isEmpty();
            Signed signed = new Signed(
                    TWILIO,
                    vector.path("auth_token").asText(),
                    vector.path("url_signed").asText(),
                    isForm ? form(vector.path("form_params")) : json,
                    "X-Twilio-Signature",
                    vector.path("X-Twilio-Signature").asText());

            assertThat(signed.fits()).as(vector.path("name").asText()).isTrue();
            signed.assertNoOtherSignatureFits();
            signed.assertNoOtherUrlFits();
            tally.take(signed.request());
            if (isForm) {
                signed.assertNoOtherFormFits();
            } else {
                signed.assertNoOtherBodyFits();
            }
        }

        tally.print();
        assertThat(tally.samples()).isEqualTo(6);
        assertThat(tally.accepted()).isEqualTo(4);
        assertThat(tally.setAside()).isEqualTo(Map.of("unknown-kind", 2));
    }

    @Test
    void the_vector_that_must_fail_fails() {
        JsonNode all = vectors("webhooks/twilio/signature_vectors.json");
        JsonNode vector = all.path("must_fail");

        assertThat(new Signed(
                                TWILIO,
                                all.path("vectors").get(0).path("auth_token").asText(),
                                vector.path("url").asText(),
                                form(vector.path("form_params")),
                                "X-Twilio-Signature",
                                vector.path("X-Twilio-Signature").asText())
                        .fits())
                .isFalse();
    }

    private static void assertSigned(ProviderAdapter adapter, JsonNode vector, String secret) {
        Signed signed = new Signed(
                adapter,
                secret,
                Adapting.PUBLIC_URL,
                vector.path("body").asText().getBytes(UTF_8),
                vector.path("header").asText(),
                vector.path("value").asText());

        assertThat(signed.fits()).isTrue();
        signed.assertNoOtherSignatureFits();
        signed.assertNoOtherBodyFits();
    }

    private static JsonNode vectors(String relative) {
        try {
            return new JsonMapper().readTree(SharedSamples.require(relative).toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] form(JsonNode fields) {
        List<String> pairs = new ArrayList<>();
        fields.fields()
                .forEachRemaining(field -> pairs.add(URLEncoder.encode(field.getKey(), UTF_8)
                        + '='
                        + URLEncoder.encode(field.getValue().asText(), UTF_8)));
        return String.join("&", pairs).getBytes(UTF_8);
    }

    private record Signed(
            ProviderAdapter adapter, String secret, String url, byte[] body, String header, String signature) {

        boolean fits() {
            return fits(url, body, signature);
        }

        void assertNoOtherSignatureFits() {
            for (int i = 0; i < signature.length(); i++) {
                for (char other : new char[] {'0', 'A', 'a', '=', ' '}) {
                    String altered = signature.substring(0, i) + other + signature.substring(i + 1);
                    assertThat(fits(url, body, altered)).isEqualTo(altered.equals(signature));
                }
                assertThat(fits(url, body, signature.substring(0, i))).isFalse();
            }
            assertThat(fits(url, body, signature + "0")).isFalse();
        }

        void assertNoOtherBodyFits() {
            for (byte[] altered : altered(body)) {
                assertThat(fits(url, altered, signature)).isFalse();
            }
        }

        /** Twilio signs what the fields say, not how they are encoded: {@code %2B} is as good as {@code %2b}. */
        void assertNoOtherFormFits() {
            for (byte[] altered : altered(body)) {
                assertThat(fits(url, altered, signature))
                        .isEqualTo(fields(altered).equals(fields(body)));
            }
        }

        void assertNoOtherUrlFits() {
            int path = url.indexOf('/', url.indexOf("://") + 3);
            for (int i = path; i < url.length(); i++) {
                String altered = url.substring(0, i) + (char) (url.charAt(i) ^ 1) + url.substring(i + 1);
                assertThat(fits(altered, body, signature)).isFalse();
            }
        }

        RawRequest request() {
            return request(url, body, signature);
        }

        private boolean fits(String toUrl, byte[] sent, String shown) {
            return adapter.isAuthentic(request(toUrl, sent, shown), secret);
        }

        private RawRequest request(String toUrl, byte[] sent, String shown) {
            RawRequest.Headers headers = Adapting.request(sent, header, shown).headers();
            return new RawRequest(headers, toUrl, sent, Adapting.NOW);
        }

        private static Optional<Set<Field>> fields(byte[] form) {
            return FormBody.parse(form).map(read -> new HashSet<>(read.fields()));
        }

        /** Each with one bit or all bits of one byte turned round, and each cut off at one byte. */
        private static List<byte[]> altered(byte[] body) {
            List<byte[]> all = new ArrayList<>();
            for (int i = 0; i < body.length; i++) {
                for (int bits : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
                    byte[] altered = body.clone();
                    altered[i] ^= (byte) bits;
                    all.add(altered);
                }
                all.add(Arrays.copyOf(body, i));
            }
            return all;
        }
    }
}
