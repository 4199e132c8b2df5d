package org.feedbackloop.intake.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts content into texts that fit into addresses and that nobody without the secret can make or change. Everybody can read
 * them: the content is not hidden.
 */
public final class Seal {

    /** 128 bits: guessing one takes for ever, and addresses stay short. */
    private static final int SIGNATURE_BYTES = 16;

    private final String secret;
    private final byte[] purpose;

    /** @param purpose what a seal is for: content that was sealed for one purpose is not taken for another */
    public Seal(String secret, String purpose) {
        this.secret = secret;
        this.purpose = (purpose + '\n').getBytes(UTF_8);
    }

    public String close(byte[] content) {
        var sealed = new ByteArrayOutputStream(content.length + SIGNATURE_BYTES);
        sealed.writeBytes(content);
        sealed.writeBytes(signature(content));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toByteArray());
    }

    /** The content; empty unless the text is, letter by letter, one that {@link #close} made. */
    public Optional<byte[]> open(String text) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int end = sealed.length - SIGNATURE_BYTES;
        if (end < 0) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(sealed, end);
        boolean fits = MessageDigest.isEqual(signature(content), Arrays.copyOfRange(sealed, end, sealed.length));
        // Base64 has several texts for the same bytes; ids are made from tokens, so there must be one alone.
        return fits && close(content).equals(text) ? Optional.of(content) : Optional.empty();
    }

    private byte[] signature(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update(purpose);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
