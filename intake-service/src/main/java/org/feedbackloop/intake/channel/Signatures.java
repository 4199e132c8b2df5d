package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What the signatures of providers are made of. */
public final class Signatures {

    private Signatures() {}

    public static String hmacSha256Hex(String secret, byte[] signed) {
        return HexFormat.of().formatHex(hmac("HmacSHA256", secret, signed));
    }

    public static String hmacSha256Base64(String secret, byte[] signed) {
        return Base64.getEncoder().encodeToString(hmac("HmacSHA256", secret, signed));
    }

    public static String hmacSha1Hex(String secret, byte[] signed) {
        return HexFormat.of().formatHex(hmac("HmacSHA1", secret, signed));
    }

    public static String hmacSha1Base64(String secret, byte[] signed) {
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret, signed));
    }

    public static String sha256Hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Takes equally long wherever the two differ. */
    public static boolean equal(String expected, @Nullable String shown) {
        return shown != null && MessageDigest.isEqual(expected.getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    /**
     * Whether the request shows the secret as the password of HTTP Basic authentication. For providers that sign nothing:
     * the secret is made part of the address that they are given, {@code https://any:secret@host/…}.
     */
    public static boolean isBasicPassword(String secret, RawRequest request) {
        String header = request.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
            int colon = pair.indexOf(':');
            return colon >= 0 && equal(secret, pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] hmac(String algorithm, String secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
