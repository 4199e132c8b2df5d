package org.feedbackloop.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a command out of the reach of the terminal. A Ctrl-C goes to every process of the terminal's foreground group;
 * were the parts of a stack among them, they would all end at once instead of in order.
 */
public final class OwnSession {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    public static List<String> of(List<String> command) {
        List<String> prefix = Files.isExecutable(SETSID)
                ? List.of(SETSID.toString())
                : List.of("sh", "-c", "trap '' HUP INT; exec \"$0\" \"$@\"");
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }
}
