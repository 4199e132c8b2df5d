package org.feedbackloop.intake.channel.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.Attachment;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of a mail, and tells its text from what is attached. */
final class MailParts {

    /** Of one part's text. What a customer writes has a fiftieth of it. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_CHARACTERS = 500_000;
    private static final String ALTERNATIVE = "multipart/alternative";

    private final List<String> open = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private String preamble = "";
    private int alternative;
    private int count;

    /**
     * A part that is text.
     *
     * @param choice pieces of one choice, other than 0, say the same
     */
    private record Piece(String text, boolean isHtml, int choice) {}

    int count() {
        return count;
    }

    void begin(String multipart) {
        // Alternatives within alternatives say the same too.
        if (multipart.equals(ALTERNATIVE) && !open.contains(ALTERNATIVE)) {
            alternative++;
        }
        open.add(multipart);
        kinds.add(multipart);
    }

    void end() {
        if (!open.isEmpty()) {
            open.remove(open.size() - 1);
        }
    }

    /** What stands before the first part: a sentence for old mailers, or all there is where boundaries are wrong. */
    void preamble(InputStream body) throws IOException {
        if (preamble.isEmpty()) {
            preamble = Charsets.decode(new Limited(body).bytes(), null).strip();
        }
    }

    void add(
            String mediaType,
            @Nullable String charset,
            @Nullable String fileName,
            boolean isAttachment,
            InputStream body)
            throws IOException {
        count++;
        Limited content = new Limited(body);
        boolean isHtml = mediaType.equals("text/html");
        boolean isText = isHtml || mediaType.equals("text/plain");
        if (mediaType.startsWith("message/") && !mediaType.equals("message/rfc822")) {
            kinds.add(mediaType);
        }
        if (!isText || isAttachment || fileName != null && !pieces.isEmpty()) {
            attachments.add(new Attachment(fileName, mediaType, content.size()));
            return;
        }
        String text = Charsets.decode(
                content.bytes(), isHtml && charset == null ? HtmlText.charset(content.bytes()) : charset);
        int choice = open.contains(ALTERNATIVE) ? alternative : 0;
        if (isHtml) {
            pieces.add(new Piece(text, true, choice));
        } else {
            UuencodedFiles files = UuencodedFiles.in(text);
            attachments.addAll(files.attachments());
            pieces.add(new Piece(files.rest(), false, choice));
        }
    }

    /** A multipart that was never ended still is one. */
    void breakOff() {
        open.clear();
    }

    Mail mail(MailHeaders headers) {
        String text = count == 0 ? preamble : text();
        return new Mail(headers, text, attachments, kinds);
    }

    private String text() {
        Set<Integer> saidPlainly = pieces.stream()
                .filter(piece -> !piece.isHtml() && !piece.text().isBlank())
                .map(Piece::choice)
                .collect(Collectors.toSet());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size() && text.length() < MOST_CHARACTERS; i++) {
            Piece piece = pieces.get(i);
            // Of alternatives the plain text, if it says anything.
            if (piece.choice() == 0 || piece.isHtml() != saidPlainly.contains(piece.choice())) {
                String said = (piece.isHtml() ? HtmlText.of(piece.text()) : piece.text()).stripTrailing();
                text.append(text.isEmpty() || said.isBlank() ? "" : "\n\n").append(said.isBlank() ? "" : said);
            }
        }
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    /** Reads to the end, and keeps the beginning. */
    private static final class Limited {

        private final byte[] bytes;
        private final long size;

        Limited(InputStream body) throws IOException {
            bytes = body.readNBytes(MOST_BYTES);
            byte[] thrownAway = new byte[8_192];
            long rest = 0;
            for (int read = body.read(thrownAway); read >= 0; read = body.read(thrownAway)) {
                rest += read;
            }
            size = bytes.length + rest;
        }

        byte[] bytes() {
            return bytes;
        }

        long size() {
            return size;
        }
    }
}
