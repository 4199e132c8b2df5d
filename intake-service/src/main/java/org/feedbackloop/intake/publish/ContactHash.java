package org.feedbackloop.intake.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.feedbackloop.event.v1.Contact;

/**
 * Turns a contact into a key for the broker: the same for the same contact, and of no use to who does not have the secret.
 * Changing the secret moves customers to other partitions, so that order is lost for what is then in flight.
 */
public final class ContactHash {

    /** Its copies start with the secret already taken in; it is never used itself, so that it may be copied at any time. */
    private final Mac keyed;

    public ContactHash(String secret) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** 43 characters that are safe in addresses. */
    public String of(Contact contact) {
        byte[] hash = copy().doFinal((contact.kind().wireName() + ':' + contact.value()).getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be copied", e);
        }
    }
}
