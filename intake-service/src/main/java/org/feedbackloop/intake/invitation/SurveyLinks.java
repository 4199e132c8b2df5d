package org.feedbackloop.intake.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;
import org.feedbackloop.intake.page.Seal;

/**
 * Makes and reads the tokens that stand in survey links: short, safe in addresses, and signed.
 *
 * <p>Within the seal: one byte for the version, four for the expiry (seconds since 1970), one for the kind of contact, then
 * survey, language and contact in UTF-8, a NUL between each.
 */
public final class SurveyLinks {

    private static final byte VERSION = 1;
    private static final char SEPARATOR = '\0';
    private static final int HEAD_BYTES = 6;

    private static final Map<ContactKind, Character> LETTERS =
            Map.of(ContactKind.CUSTOMER_NUMBER, 'n', ContactKind.EMAIL, 'e', ContactKind.PHONE, 'p');

    private final Seal seal;

    public SurveyLinks(String secret) {
        this.seal = new Seal(secret, "survey");
    }

    /** @throws IllegalArgumentException if the customer is named by another kind of contact than a link can carry */
    public String token(Invitation invitation) {
        Character letter = LETTERS.get(invitation.customer().kind());
        if (letter == null) {
            throw new IllegalArgumentException(
                    "a survey link names a customer by number, e-mail address or phone number");
        }
        String language = invitation.language() == null ? "" : invitation.language();
        byte[] texts = (invitation.survey()
                        + SEPARATOR
                        + language
                        + SEPARATOR
                        + invitation.customer().value())
                .getBytes(UTF_8);
        return seal.close(ByteBuffer.allocate(HEAD_BYTES + texts.length)
                .put(VERSION)
                .putInt((int) invitation.expiresAt().getEpochSecond())
                .put((byte) letter.charValue())
                .put(texts)
                .array());
    }

    /** Empty if we did not make this token. One that is over can still be read. */
    public Optional<Invitation> read(String token) {
        return seal.open(token).flatMap(SurveyLinks::invitation);
    }

    private static Optional<Invitation> invitation(byte[] content) {
        if (content.length < HEAD_BYTES || content[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(content, 1, HEAD_BYTES - 1);
        Instant expiresAt = Instant.ofEpochSecond(Integer.toUnsignedLong(head.getInt()));
        char letter = (char) head.get();
        String[] texts =
                new String(content, HEAD_BYTES, content.length - HEAD_BYTES, UTF_8).split(String.valueOf(SEPARATOR), 3);
        return texts.length < 3
                ? Optional.empty()
                : LETTERS.entrySet().stream()
                        .filter(known -> known.getValue() == letter)
                        .findFirst()
                        .map(known -> new Invitation(
                                texts[0],
                                new Contact(known.getKey(), texts[2]),
                                texts[1].isEmpty() ? null : texts[1],
                                expiresAt));
    }
}
