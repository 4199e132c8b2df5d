package org.feedbackloop.intake.channel.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the providers of surveys and chats do; made of nothing that the adapters are made of. Each method answers with the
 * headers to send: name, value, name, value.
 */
public final class SurveySigning {

    private static final String SENT_AT = "1772442000";

    private SurveySigning() {}

    public static String[] typeform(String secret, byte[] body) {
        return headers("Typeform-Signature", "sha256=" + base64(hmac("HmacSHA256", secret, body)));
    }

    public static String[] delighted(String secret, byte[] body) {
        return headers("X-Delighted-Webhook-Signature", "sha256=" + hex(hmac("HmacSHA256", secret, body)));
    }

    /** @param secret API key and client secret with {@code &} between */
    public static String[] surveyMonkey(String secret, byte[] body) {
        return headers("Sm-Signature", base64(hmac("HmacSHA1", secret, body)));
    }

    public static String[] chatwoot(String secret, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((SENT_AT + '.').getBytes(UTF_8));
        signed.writeBytes(body);
        String signature = "sha256=" + hex(hmac("HmacSHA256", secret, signed.toByteArray()));
        return headers("X-Chatwoot-Signature", signature, "X-Chatwoot-Timestamp", SENT_AT);
    }

    /** As one that is too old to sign: the secret is the password of its address. */
    public static String[] chatwootOfOld(String secret) {
        return headers("Authorization", "Basic " + base64(("chatwoot:" + secret).getBytes(UTF_8)));
    }

    public static String[] intercom(String secret, byte[] body) {
        return headers("X-Hub-Signature", "sha1=" + hex(hmac("HmacSHA1", secret, body)));
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

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String[] headers(String... proof) {
        String[] all = new String[proof.length + 2];
        System.arraycopy(proof, 0, all, 0, proof.length);
        all[proof.length] = "Content-Type";
        all[proof.length + 1] = "application/json";
        return all;
    }
}
