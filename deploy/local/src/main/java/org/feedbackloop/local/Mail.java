package org.feedbackloop.local;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that arrived.
 *
 * @param messageId with its angle brackets, as sent
 * @param headers by lower-case name, each with its values in order, unfolded
 * @param text the plain text, or what stands in for it when there is none
 */
public record Mail(
        String from,
        List<String> to,
        String subject,
        String messageId,
        Map<String, List<String>> headers,
        String text) {

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
