package org.feedbackloop.routing.rules;

import java.io.StringReader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML document, which knows its line. Reads the tree of nodes rather than Java objects: those have forgotten
 * their lines, and take the word "no" for a boolean.
 */
final class Place {

    private final Node node;
    private final String path;

    private Place(Node node, String path) {
        this.node = node;
        this.path = path;
    }

    /** @throws RulesRefused if it is no YAML, or empty */
    static Place rootOf(String yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new RulesRefused(List.of(new Problem(1, "", "the document is empty")));
            }
            return new Place(root, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new RulesRefused(List.of(new Problem(line, "", "no YAML: " + e.getProblem())));
        } catch (YAMLException e) {
            throw new RulesRefused(List.of(new Problem(1, "", "no YAML: " + e.getMessage())));
        }
    }

    /** The fields of a mapping whose fields are known. */
    Fields fields(String... known) {
        Map<String, Place> entries = entries();
        Set<String> names = new TreeSet<>(List.of(known));
        List<Problem> problems = new ArrayList<>();
        entries.forEach((name, place) -> {
            if (!names.contains(name)) {
                problems.add(place.problem("unknown; known here: " + String.join(", ", names)));
            }
        });
        if (!problems.isEmpty()) {
            throw new RulesRefused(problems);
        }
        return new Fields(this, entries);
    }

    /** What a mapping with keys of the author's choice yields, in its order. What is wrong with any of them is told at once. */
    <T> List<T> eachEntry(BiFunction<String, Place, T> read) {
        List<T> values = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        entries().forEach((key, place) -> {
            try {
                values.add(read.apply(key, place));
            } catch (RulesRefused refused) {
                problems.addAll(refused.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new RulesRefused(problems);
        }
        return values;
    }

    /** What a list yields. What is wrong with any of its items is told at once. */
    <T> List<T> each(Function<Place, T> read) {
        if (!(node instanceof SequenceNode sequence)) {
            throw refused("must be a list");
        }
        List<T> values = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int index = 0;
        for (Node item : sequence.getValue()) {
            try {
                values.add(read.apply(new Place(item, path + "[" + index + "]")));
            } catch (RulesRefused refused) {
                problems.addAll(refused.problems());
            }
            index++;
        }
        if (!problems.isEmpty()) {
            throw new RulesRefused(problems);
        }
        return values;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw refused("must be a text");
        }
        return scalar.getValue();
    }

    /** A text that stands for something; what the parser says against it is the reason of the refusal. */
    <T> T as(Function<String, T> parser) {
        String text = text();
        return whole(() -> parser.apply(text));
    }

    /** Something made from what stands here; what its maker says against it is the reason of the refusal. */
    <T> T whole(java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    RulesRefused refused(String reason) {
        return new RulesRefused(List.of(problem(reason)));
    }

    private Problem problem(String reason) {
        return new Problem(node.getStartMark().getLine() + 1, path, reason);
    }

    private Map<String, Place> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw refused("must be a mapping of names to values");
        }
        Map<String, Place> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused("its names must be texts");
            }
            String name = key.getValue();
            Place place = new Place(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name);
            if (entries.put(name, place) != null) {
                throw place.refused("is there twice");
            }
        }
        return entries;
    }

    /** The fields of one mapping. */
    record Fields(Place of, Map<String, Place> entries) {

        Place required(String name) {
            Place place = entries.get(name);
            if (place == null) {
                throw of.refused(name + " is missing");
            }
            return place;
        }

        Optional<Place> optional(String name) {
            return Optional.ofNullable(entries.get(name));
        }
    }
}
