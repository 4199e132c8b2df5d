package org.feedbackloop.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.feedbackloop.routing.rules.RulesDocument;

/** The rules that the service ships with. */
public final class ShippedRules {

    /** Read once: with its letter groups it is large. */
    private static final RulesDocument DOCUMENT = read();

    private ShippedRules() {}

    public static RulesDocument document() {
        return DOCUMENT;
    }

    private static RulesDocument read() {
        try (InputStream rules = ShippedRules.class.getResourceAsStream("/rules.yaml")) {
            return RulesDocument.parse(new String(rules.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
