package org.feedbackloop.intake.channel.chat;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The few kinds of HTML that a chat window makes, as the text that its user typed. */
final class ChatHtml implements NodeVisitor {

    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 200;
    private static final Set<String> PARAGRAPHS = Set.of("p", "div", "li", "ul", "ol", "pre", "blockquote", "h1", "h2");

    private final StringBuilder text = new StringBuilder();

    private ChatHtml() {}

    static String text(String html) {
        String parsed = html.length() <= LONGEST ? html : html.substring(0, LONGEST);
        ChatHtml visitor = new ChatHtml();
        Jsoup.parse(parsed, Parser.htmlParser().setMaxDepth(DEEPEST)).body().traverse(visitor);
        return visitor.text.toString().lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.text());
        } else if (node instanceof Element element && element.normalName().equals("br")) {
            text.append('\n');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && PARAGRAPHS.contains(element.normalName())) {
            text.append('\n');
        }
    }
}
