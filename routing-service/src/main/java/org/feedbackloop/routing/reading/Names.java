package org.feedbackloop.routing.reading;

import java.util.regex.Pattern;

/** How a rules document names a queue, a skill or a kind of harm. Such names stand in addresses, in events and in reasons. */
public final class Names {

    private static final Pattern NAME = Pattern.compile("(?=.{1,100}$)[a-z0-9]++(?:-[a-z0-9]++)*+");

    private Names() {}

    /**
     * @param of what is named, for example {@code "a queue"}
     * @throws IllegalArgumentException if it is not so named
     */
    public static String require(String name, String of) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(of + " is named in at most 100 lower-case letters, digits and hyphens");
        }
        return name;
    }
}
