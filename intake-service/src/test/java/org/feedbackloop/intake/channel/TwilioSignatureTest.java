package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.Signing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioSignatureTest {

    private static final byte[] FORM = "MessageSid=SM1&Body=Salt+%26+vinegar&From=%2B447700900123".getBytes(UTF_8);

    /** Both of the address that Twilio signed and of ours the default port may be missing. */
    @ParameterizedTest
    @CsvSource({
        "https://a.example.org/x, https://a.example.org/x, true",
        "https://a.example.org:443/x, https://a.example.org/x, true",
        "https://a.example.org/x, https://a.example.org:443/x, true",
        "http://a.example.org:80/x?y=1, http://a.example.org/x?y=1, true",
        "http://a.example.org:8081/x, http://a.example.org:8081/x, true",
        "http://a.example.org/x, http://a.example.org:8081/x, true",
        "https://a.example.org:443, https://a.example.org, true",
        "https://a.example.org:443?y=http://b:1/, https://a.example.org?y=http://b:1/, true",
        "https://[::1]:443/x, https://[::1]/x, true",
        "http://a.example.org:8081/x, http://a.example.org/x, false",
        "http://a.example.org/x, https://a.example.org/x, false",
        "https://a.example.org/x, https://a.example.org/x/, false",
        "https://a.example.org/x?y=1, https://a.example.org/x?y=2, false"
    })
    void the_address_fits_with_and_without_its_port(String signed, String ours, boolean fits) {
        String[] headers = Signing.twilio(Adapting.SECRET, signed, FORM);

        assertThat(TwilioSignature.fits(request(ours, FORM, headers), Adapting.SECRET))
                .isEqualTo(fits);
    }

    @Test
    void a_value_that_is_there_twice_is_signed_once() {
        String url = "https://a.example.org/x";
        String[] headers = Signing.twilio(Adapting.SECRET, url, "A=1&B=2".getBytes(UTF_8));

        assertThat(TwilioSignature.fits(request(url, "B=2&A=1&A=1".getBytes(UTF_8), headers), Adapting.SECRET))
                .isTrue();
    }

    @Test
    void a_body_that_is_no_form_is_signed_by_its_hash() {
        byte[] json = "{\"cups\": 2}".getBytes(UTF_8);
        String url = "https://a.example.org/x?bodySHA256=" + Signatures.sha256Hex(json);
        String[] headers = Signing.twilioJson(Adapting.SECRET, url);

        assertThat(TwilioSignature.fits(request(url, json, headers), Adapting.SECRET))
                .isTrue();
        assertThat(TwilioSignature.fits(request(url, "{\"cups\": 3}".getBytes(UTF_8), headers), Adapting.SECRET))
                .isFalse();
        assertThat(TwilioSignature.fits(request("https://a.example.org/x", json, headers), Adapting.SECRET))
                .isFalse();
    }

    @Test
    void what_is_no_url_fits_nothing_and_breaks_nothing() {
        for (String url : new String[] {"", ":", "://", "x", "https://", ":443"}) {
            assertThat(TwilioSignature.fits(request(url, FORM, "X-Twilio-Signature", "?"), Adapting.SECRET))
                    .isFalse();
        }
    }

    private static RawRequest request(String url, byte[] body, String... headers) {
        RawRequest.Headers sent = Adapting.request(body, headers).headers();
        return new RawRequest(sent, url, body, Adapting.NOW);
    }
}
