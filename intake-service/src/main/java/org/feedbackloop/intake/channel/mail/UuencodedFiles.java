package org.feedbackloop.intake.channel.mail;

import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.event.v1.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Files that stand in the middle of a text, as mailers sent them before MIME and some still do.
 *
 * @param rest the text without them
 */
record UuencodedFiles(String rest, List<Attachment> attachments) {

    private static final String TYPE = "application/octet-stream";

    static UuencodedFiles in(String text) {
        if (!text.startsWith("begin ") && !text.contains("\nbegin ")) {
            return new UuencodedFiles(text, List.of());
        }
        List<String> lines = text.lines().toList();
        List<Attachment> files = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int i = 0;
        while (i < lines.size()) {
            boolean begins = begins(lines.get(i));
            int end = begins ? endOfData(lines, i + 1) : i;
            if (begins && end > i + 1) {
                files.add(new Attachment(fileName(lines.get(i)), TYPE, size(lines.subList(i + 1, end))));
                i = end;
            } else {
                rest.append(lines.get(i++)).append('\n');
            }
        }
        return new UuencodedFiles(rest.toString(), files);
    }

    /** {@code begin 644 name}. */
    private static boolean begins(String line) {
        return line.startsWith("begin ")
                && line.length() >= 9
                && line.substring(6, 9).chars().allMatch(c -> c >= '0' && c <= '7')
                && (line.length() == 9 || line.charAt(9) == ' ');
    }

    private static @Nullable String fileName(String line) {
        String name = line.substring(9).strip();
        return name.isEmpty() ? null : name;
    }

    /** Behind the line {@code end}, or where the lines are data no more. */
    private static int endOfData(List<String> lines, int start) {
        int i = start;
        while (i < lines.size() && isData(lines.get(i))) {
            i++;
        }
        return i > start && i < lines.size() && lines.get(i).strip().equals("end") ? i + 1 : i;
    }

    /** The first character tells how many bytes follow, three in four characters. Spaces at the end get lost on the way. */
    private static boolean isData(String line) {
        if (line.isEmpty() || line.charAt(0) < ' ' || line.charAt(0) > '`') {
            return false;
        }
        int characters = (bytes(line) + 2) / 3 * 4;
        return line.length() <= characters + 2
                && (line.length() > characters / 2)
                && !line.strip().equals("end")
                && line.chars().allMatch(c -> c >= ' ' && c <= '`');
    }

    private static long size(List<String> data) {
        return data.stream()
                .filter(UuencodedFiles::isData)
                .mapToLong(UuencodedFiles::bytes)
                .sum();
    }

    private static int bytes(String line) {
        return (line.charAt(0) - ' ') & 63;
    }
}
