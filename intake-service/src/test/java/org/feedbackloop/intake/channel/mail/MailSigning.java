package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves itself as the mail providers do; made of nothing that the adapters are made of. */
public final class MailSigning {

    private static final Pattern TIMESTAMP = Pattern.compile("timestamp(?:=|\"\r\n\r\n)(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("token(?:=|\"\r\n\r\n)([0-9a-f]+)");

    private MailSigning() {}

    /**
     * Mailgun's signature stands in the form itself.
     *
     * @param form with its time and token; the first field must be another
     * @return the form with the signature
     */
    public static byte[] mailgun(String secret, byte[] form) {
        String body = new String(form, ISO_8859_1);
        String signed = field(TIMESTAMP, body) + field(TOKEN, body);
        String signature = HexFormat.of().formatHex(hmac(secret, signed));
        String whole = body.startsWith("--")
                ? delimiter(body) + "\r\nContent-Disposition: form-data; name=\"signature\"\r\n\r\n" + signature
                        + "\r\n" + body
                : body + "&signature=" + signature;
        return whole.getBytes(ISO_8859_1);
    }

    /** The headers of a form: name, value, name, value. */
    public static String[] form(byte[] form) {
        String body = new String(form, ISO_8859_1);
        return headers(
                "Content-Type",
                body.startsWith("--")
                        ? "multipart/form-data; boundary=\"" + delimiter(body).substring(2) + '"'
                        : "application/x-www-form-urlencoded");
    }

    /** What a provider sends that was given the secret as the password in our address: name, value. */
    public static String[] password(String secret) {
        String pair = Base64.getEncoder().encodeToString(("mail:" + secret).getBytes(UTF_8));
        return headers("Authorization", "Basic " + pair);
    }

    private static String delimiter(String multipart) {
        return multipart.substring(0, multipart.indexOf("\r\n"));
    }

    private static String field(Pattern pattern, String body) {
        Matcher field = pattern.matcher(body);
        if (!field.find()) {
            throw new AssertionError("no " + pattern);
        }
        return field.group(1);
    }

    private static byte[] hmac(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] headers(String... namesAndValues) {
        return namesAndValues;
    }
}
