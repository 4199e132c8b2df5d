package org.feedbackloop.intake.door;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a body that are not blank. */
final class Lines {

    /** @param number counted from one, blank lines included, as an editor shows it */
    record Line(int number, byte[] bytes) {}

    private Lines() {}

    static List<Line> of(byte[] body) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int start = 0; start < body.length; ) {
            int end = start;
            boolean blank = true;
            while (end < body.length && body[end] != '\n') {
                blank &= isBlank(body[end]);
                end++;
            }
            number++;
            if (!blank) {
                lines.add(new Line(number, Arrays.copyOfRange(body, start, end)));
            }
            start = end + 1;
        }
        return lines;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }
}
