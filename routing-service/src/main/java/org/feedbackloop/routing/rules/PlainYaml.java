package org.feedbackloop.routing.rules;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The part of YAML that people write by hand: mappings, lists and texts. What makes a short document stand for a huge one
 * (aliases), or a text for something else (tags), is refused, and so is what is nested deeper than anybody writes.
 */
final class PlainYaml implements Parser {

    /** Rules need half of it. To read on would take very long. */
    private static final int DEEPEST = 12;

    private final Parser parser;
    private final List<Problem> problems = new ArrayList<>();
    private int documents;
    private int depth;

    private PlainYaml(Parser parser) {
        this.parser = parser;
    }

    /** @throws RulesRefused if it is no such document, or several */
    static Node parse(String text) {
        LoaderOptions options = new LoaderOptions();
        List<Problem> problems = new ArrayList<>();
        try {
            var plain = new PlainYaml(new ParserImpl(new StreamReader(new StringReader(text)), options));
            problems = plain.problems;
            Node root = new Composer(plain, new Resolver(), options).getSingleNode();
            if (root == null) {
                problems.add(new Problem(1, "", "the document is empty"));
            }
            if (problems.isEmpty()) {
                return root;
            }
        } catch (ComposerException e) {
            // It speaks of what was told above in other words.
            if (problems.isEmpty()) {
                problems.add(unreadable(e));
            }
        } catch (MarkedYAMLException e) {
            problems.add(unreadable(e));
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            problems.add(new Problem(
                    line, "", String.format("no YAML: U+%04X is no character of a text", e.getCodePoint())));
        } catch (YAMLException e) {
            problems.add(new Problem(1, "", "no YAML: " + e.getMessage()));
        }
        throw new RulesRefused(problems);
    }

    private static Problem unreadable(MarkedYAMLException e) {
        int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
        return new Problem(line, "", "no YAML: " + e.getProblem());
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public Event getEvent() {
        Event event = parser.getEvent();
        String oddity = oddity(event);
        if (oddity != null) {
            problems.add(new Problem(event.getStartMark().getLine() + 1, "", oddity));
        }
        if (depth > DEEPEST) {
            throw new RulesRefused(problems);
        }
        return event;
    }

    private @Nullable String oddity(Event event) {
        if (event instanceof DocumentStartEvent && ++documents == 2) {
            return "a second document begins; rules are one";
        }
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            return "is nested deeper than " + DEEPEST;
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (event instanceof AliasEvent alias) {
            return "aliases are not taken: write out what *" + alias.getAnchor() + " stands for";
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            return "anchors are not taken: leave out &" + node.getAnchor();
        }
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        return tag == null ? null : "tags are not taken: leave out " + tag;
    }
}
