package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the providers do; made of nothing that the adapters are made of. Each method answers with the headers to send: name,
 * value, name, value.
 */
public final class Signing {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private Signing() {}

    public static String[] telegram(String secret) {
        return headers("Content-Type", JSON, "X-Telegram-Bot-Api-Secret-Token", secret);
    }

    public static String[] whatsApp(String secret, byte[] body) {
        String signature = "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, body));
        return headers("Content-Type", JSON, "X-Hub-Signature-256", signature);
    }

    public static String[] viber(String secret, byte[] body) {
        String signature = HexFormat.of().formatHex(hmac("HmacSHA256", secret, body));
        return headers("Content-Type", JSON, "X-Viber-Content-Signature", signature);
    }

    /**
     * For a form of fields with different names.
     *
     * @param url the whole of it, as the provider was given it
     */
    public static String[] twilio(String secret, String url, byte[] form) {
        String fields = Arrays.stream(new String(form, UTF_8).split("&"))
                .map(field -> URLDecoder.decode(field, UTF_8).replaceFirst("=", ""))
                .sorted()
                .collect(Collectors.joining());
        return twilioHeaders(secret, url + fields, FORM);
    }

    /** For a body that is no form: the address has its hash as {@code bodySHA256}. */
    public static String[] twilioJson(String secret, String url) {
        return twilioHeaders(secret, url, JSON);
    }

    private static String[] twilioHeaders(String secret, String signed, String contentType) {
        String signature = Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret, signed.getBytes(UTF_8)));
        return headers("Content-Type", contentType, "X-Twilio-Signature", signature);
    }

    private static byte[] hmac(String algorithm, String secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] headers(String... namesAndValues) {
        return namesAndValues;
    }
}
