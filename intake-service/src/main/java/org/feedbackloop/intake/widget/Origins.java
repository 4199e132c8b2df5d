package org.feedbackloop.intake.widget;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Websites, as their origins are written in the configuration. */
final class Origins {

    private static final Pattern ORIGIN =
            Pattern.compile("(https?://[A-Za-z0-9.-]+|https?://\\[[0-9a-f:]+])(:[0-9]+|:\\*)?");

    private Origins() {}

    /**
     * A regular expression for what a browser sends.
     *
     * @throws IllegalArgumentException if this is no origin: better no start than one that lets nobody in, or everybody
     */
    static String pattern(String origin) {
        Matcher matcher = ORIGIN.matcher(origin.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "an origin is scheme, host and port, like https://www.example.org or http://127.0.0.1:*: "
                            + origin);
        }
        String port = matcher.group(2) == null ? "" : matcher.group(2);
        return Pattern.quote(matcher.group(1)) + (port.equals(":*") ? "(:[0-9]+)?" : Pattern.quote(port));
    }
}
