package org.feedbackloop.intake.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Turns the HTML of a mail into the text that its writer would have typed: paragraphs, lists, links. What mailers mark as
 * quoted comes out as they quote in plain text, with {@code >} before each line, so that one rule cuts both.
 */
final class HtmlText implements NodeFilter {

    private static final int LONGEST_HTML = 1_000_000;
    private static final int MOST_BEFORE_ADDRESS = 40;

    private static final Set<String> UNSEEN =
            Set.of("head", "script", "style", "title", "template", "noscript", "object", "svg", "select");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "blockquote", "hr");
    private static final Set<String> LINES = Set.of(
            "div",
            "tr",
            "li",
            "dt",
            "dd",
            "address",
            "article",
            "aside",
            "footer",
            "header",
            "main",
            "section",
            "form",
            "center",
            "figure",
            "figcaption",
            "fieldset");

    /** Where mailers begin what was said before; all that follows belongs to it. */
    private static final Set<String> REST_IS_QUOTED =
            Set.of("divRplyFwdMsg", "appendonsend", "mail-editor-reference-message-container", "OLK_SRC_BODY_SECTION");

    private static final Set<String> QUOTED = Set.of(
            "gmail_attr",
            "gmail_quote",
            "moz-cite-prefix",
            "yahoo_quoted",
            "protonmail_quote",
            "zmail_extra",
            "OutlookMessageHeader");
    private static final Set<String> SIGNATURES =
            Set.of("gmail_signature", "moz-signature", "protonmail_signature_block");

    private final QuotedLines out = new QuotedLines();

    /** How many items of a list have gone by. To ask an item for its place would go over all of them each time. */
    private final Map<Element, Integer> counted = new IdentityHashMap<>();

    private @Nullable Element restOf;

    private HtmlText() {}

    static String of(String html) {
        Parser parser = Parser.htmlParser().setMaxDepth(200);
        HtmlText text = new HtmlText();
        NodeTraversor.filter(
                text,
                Jsoup.parse(html.substring(0, Math.min(html.length(), LONGEST_HTML)), parser)
                        .body());
        return text.out.toString();
    }

    /** As it stands in {@code <meta charset=...>}; null if it does not. */
    static @Nullable String charset(byte[] html) {
        String head = new String(html, 0, Math.min(html.length, 2_000), ISO_8859_1).toLowerCase(Locale.ROOT);
        int start = head.indexOf("charset=");
        if (start < 0) {
            return null;
        }
        int end = start + 8;
        while (end < head.length() && " \t>;/\r\n".indexOf(head.charAt(end)) < 0) {
            end++;
        }
        return head.substring(start + 8, end).replace("\"", "").replace("'", "");
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (isPreformatted(text)) {
                out.lines(text.getWholeText());
            } else {
                out.words(text.getWholeText());
            }
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? begin(element) : FilterResult.CONTINUE;
    }

    private FilterResult begin(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name) || isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (restOf == null && (REST_IS_QUOTED.contains(element.id()) || isOutlookRule(element))) {
            restOf = element;
            out.quote();
        } else if (isQuoted(element)) {
            out.quote();
        } else if (isSignature(element)) {
            out.end(1);
            out.line("-- ");
        }
        switch (name) {
            case "br" -> out.breakLine();
            case "li" -> {
                out.end(1);
                out.words(bullet(element));
            }
            case "td", "th" -> out.words(" ");
            case "img" -> out.words(element.attr("alt"));
            default -> separate(name);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("a")) {
                out.words(target(element));
            }
            separate(element.normalName());
            if (isQuoted(element) && element != restOf) {
                out.unquote();
            }
        }
        return FilterResult.CONTINUE;
    }

    private void separate(String name) {
        if (PARAGRAPHS.contains(name)) {
            out.end(2);
        } else if (LINES.contains(name)) {
            out.end(1);
        }
    }

    private String bullet(Element item) {
        Element list = item.parent();
        return list != null && list.normalName().equals("ol") ? counted.merge(list, 1, Integer::sum) + ". " : "- ";
    }

    /** Behind the words of a link, unless they are the address already. */
    private static String target(Element link) {
        String address = link.attr("href").strip();
        boolean isReadable = address.startsWith("http://") || address.startsWith("https://");
        String bare = address.substring(Math.min(address.length(), address.indexOf("//") + 2));
        String shown = link.text().strip();
        boolean isSaid =
                !bare.isEmpty() && shown.contains(bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
        return isReadable && !isSaid && address.length() <= 500 && !shown.isEmpty() ? " <" + address + ">" : "";
    }

    private boolean isQuoted(Element element) {
        if (element.normalName().equals("blockquote")) {
            return true;
        }
        return element.classNames().stream().anyMatch(QUOTED::contains) && !isAnsweredWithin(element);
    }

    /** Who answers between the lines of a quote writes inside of it, between its blocks. */
    private static boolean isAnsweredWithin(Element quote) {
        boolean blockSeen = false;
        for (Element child : quote.children()) {
            boolean isBlock = child.normalName().equals("blockquote");
            if (blockSeen && !isBlock && child.hasText()) {
                return true;
            }
            blockSeen |= isBlock;
        }
        return false;
    }

    /** The line that Outlook draws above what it quotes. */
    private static boolean isOutlookRule(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return element.normalName().equals("div")
                && style.startsWith("border:none;border-top:solid#e1e1e1")
                // Who wrote what is quoted stands at its beginning.
                && element.nodeStream(TextNode.class)
                        .limit(MOST_BEFORE_ADDRESS)
                        .anyMatch(text -> text.getWholeText().indexOf('@') >= 0);
    }

    private static boolean isSignature(Element element) {
        return element.id().equals("Signature")
                || element.id().equals("ms-outlook-mobile-signature")
                || element.classNames().stream().anyMatch(SIGNATURES::contains);
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return style.contains("display:none");
    }

    private static boolean isPreformatted(TextNode text) {
        Element parent = text.parentElement();
        return parent != null && parent.normalName().equals("pre");
    }

    /** Lines, each with as many marks before it as it is quoted deep. */
    private static final class QuotedLines {

        private static final int LONGEST = 500_000;

        private final StringBuilder text = new StringBuilder();
        private int depth;
        private int pending;
        private boolean atStart = true;
        private boolean spaceBefore;

        void quote() {
            end(1);
            depth++;
        }

        void unquote() {
            end(1);
            depth--;
        }

        /** At least so many line ends before what comes next. */
        void end(int lines) {
            if (!text.isEmpty()) {
                pending = Math.max(pending, lines);
            }
            spaceBefore = false;
        }

        void breakLine() {
            // A break at the end of a line ends it; one more is an empty line.
            pending = Math.min(pending + 1, 3);
            spaceBefore = false;
        }

        void line(String line) {
            begin();
            text.append(line);
            end(1);
        }

        void lines(String preformatted) {
            for (int start = 0; start <= preformatted.length(); ) {
                int end = preformatted.indexOf('\n', start);
                String line = preformatted.substring(start, end < 0 ? preformatted.length() : end);
                if (!line.isBlank()) {
                    begin();
                    append(line.stripTrailing());
                    spaceBefore = Character.isWhitespace(line.charAt(line.length() - 1));
                }
                if (end < 0) {
                    return;
                }
                breakLine();
                start = end + 1;
            }
        }

        void words(String raw) {
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00a0' || c == '\f') {
                    spaceBefore = true;
                } else if (c != '\u200b' && c != '\ufeff' && c != '\u00ad') {
                    if (begin() || !spaceBefore) {
                        append(String.valueOf(c));
                    } else {
                        append(" " + c);
                    }
                    spaceBefore = false;
                }
            }
        }

        private boolean begin() {
            if (pending == 0 && !atStart) {
                return false;
            }
            String mark = ">".repeat(Math.min(Math.max(depth, 0), 3));
            for (int i = 0; i < pending; i++) {
                append("\n" + (i < pending - 1 ? mark : ""));
            }
            append(mark.isEmpty() ? "" : mark + " ");
            pending = 0;
            atStart = false;
            return true;
        }

        private void append(String piece) {
            if (text.length() < LONGEST) {
                text.append(piece);
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
