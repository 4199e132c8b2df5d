package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map.Entry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How Twilio signs: HMAC-SHA1 over the address that it was given, and then over each field of a form, sorted by name; of a body
 * that is no form it puts the hash in the address. It sometimes signs the port though it was not in the address, and sometimes
 * leaves out one that was: as in Twilio's own libraries, both are tried.
 */
public final class TwilioSignature {

    private static final String HEADER = "X-Twilio-Signature";
    private static final String BODY_HASH = "bodySHA256";

    /** All that Twilio wants to hear of a message that we have. */
    public static final ProviderAdapter.Reply EMPTY_TWIML =
            new ProviderAdapter.Reply("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

    private TwilioSignature() {}

    /** @param authToken of the account */
    public static boolean fits(RawRequest request, String authToken) {
        String shown = request.header(HEADER);
        String bodyHash = request.query(BODY_HASH);
        Optional<String> fields = bodyHash == null ? fields(request.body()) : Optional.of("");
        boolean bodyFits = bodyHash == null || Signatures.equal(Signatures.sha256Hex(request.body()), bodyHash);
        String signedFields = fields.orElse("");
        return fields.isPresent()
                & bodyFits
                & (fits(withoutPort(request.url()) + signedFields, shown, authToken)
                        | fits(withPort(request.url()) + signedFields, shown, authToken));
    }

    private static boolean fits(String signed, @Nullable String shown, String authToken) {
        return Signatures.equal(Signatures.hmacSha1Base64(authToken, signed.getBytes(UTF_8)), shown);
    }

    /** Name and value of each field, without anything between them; a value that is there twice counts once. */
    private static Optional<String> fields(byte[] body) {
        return FormBody.parse(body).map(form -> {
            SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
            form.fields()
                    .forEach(field -> sorted.computeIfAbsent(field.name(), first -> new TreeSet<>())
                            .add(field.value()));
            StringBuilder joined = new StringBuilder();
            for (Entry<String, SortedSet<String>> field : sorted.entrySet()) {
                field.getValue().forEach(value -> joined.append(field.getKey()).append(value));
            }
            return joined.toString();
        });
    }

    private static String withPort(String url) {
        int end = endOfHost(url);
        return portBegin(url, end) < end
                ? url
                : url.substring(0, end) + (url.startsWith("https:") ? ":443" : ":80") + url.substring(end);
    }

    private static String withoutPort(String url) {
        int end = endOfHost(url);
        return url.substring(0, portBegin(url, end)) + url.substring(end);
    }

    /** Where the path, or the query, begins. */
    private static int endOfHost(String url) {
        int i = Math.max(0, url.indexOf("://") + 3);
        while (i < url.length() && "/?#".indexOf(url.charAt(i)) < 0) {
            i++;
        }
        return Math.min(i, url.length());
    }

    /** Where the colon before the port stands, or the end of the host if there is none. */
    private static int portBegin(String url, int endOfHost) {
        int i = endOfHost;
        while (i > 0 && Character.isDigit(url.charAt(i - 1))) {
            i--;
        }
        return i > 0 && i < endOfHost && url.charAt(i - 1) == ':' ? i - 1 : endOfHost;
    }
}
