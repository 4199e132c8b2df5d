package org.feedbackloop.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers of a message as they stand in a column of text: one a line. No attribute of an event holds a line end. */
public final class HeaderLines {

    private static final char NEXT = '\n';

    private HeaderLines() {}

    public static String write(Map<String, String> headers) {
        StringBuilder text = new StringBuilder(512);
        headers.forEach(
                (name, value) -> text.append(name).append('=').append(value).append(NEXT));
        return text.toString();
    }

    public static Map<String, String> read(String text) {
        return text.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(
                        header -> header[0], header -> header[1], (first, second) -> second, LinkedHashMap::new));
    }
}
