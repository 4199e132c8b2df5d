package org.feedbackloop.routing.rules;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feedbackloop.routing.rules.RulesRefused.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML document, which knows its line. Reads the tree of nodes rather than Java objects: those have forgotten
 * their lines, and take the word "no" for a boolean.
 *
 * <p>What is wrong in one entry of a list or mapping, or in one section, is noted, and the others are read all the same: the
 * author is told of all of it by {@link #requireSound} at the end. Only after very many the reading ends at once.
 */
final class Place {

    /** Nobody mends more of them at once, and each may cost a search for what was meant. */
    static final int MOST_TOLD = 100;

    private final Node node;
    private final String path;

    /** Of the whole document. */
    private final List<Problem> noted;

    private Place(Node node, String path, List<Problem> noted) {
        this.node = node;
        this.path = path;
        this.noted = noted;
    }

    /** @throws RulesRefused if it is no YAML, or empty */
    static Place rootOf(String yaml) {
        return new Place(PlainYaml.parse(yaml), "", new ArrayList<>());
    }

    /** The fields of a mapping whose fields are known. */
    Fields fields(String... known) {
        Map<String, Place> entries = entries();
        Set<String> names = new TreeSet<>(List.of(known));
        Set<String> misspelt = new HashSet<>();
        entries.forEach((name, place) -> {
            if (!names.contains(name)) {
                place.note("unknown field" + Spelling.hint(name, names, "known here"));
                Spelling.nearest(name, names).ifPresent(misspelt::add);
            }
        });
        return new Fields(this, entries, misspelt);
    }

    /** What a mapping with keys of the author's choice yields, in its order: all of it that is sound. */
    <T> List<T> eachEntry(BiFunction<String, Place, T> read) {
        List<T> values = new ArrayList<>();
        entries().forEach((key, place) -> section(() -> values.add(read.apply(key, place))));
        return values;
    }

    /** What a list yields: all of it that is sound. */
    <T> List<T> each(Function<Place, T> read) {
        List<T> values = new ArrayList<>();
        items().forEach(place -> section(() -> values.add(read.apply(place))));
        return values;
    }

    /** What a part of the document yields; what is wrong with it is noted, and does not end the reading. */
    <T> Section<T> section(Supplier<T> read) {
        try {
            return new Section<>(read.get());
        } catch (RulesRefused refused) {
            if (refused.endsAll()) {
                throw refused;
            }
            refused.problems().forEach(this::note);
            return new Section<>(null);
        }
    }

    /** @throws RulesRefused with all that was noted, if anything was */
    void requireSound() {
        if (!noted.isEmpty()) {
            throw new RulesRefused(told());
        }
    }

    /** The keys of a mapping, whatever stands below them. */
    Set<String> keys() {
        return entries().keySet();
    }

    /** The texts that one field has in the items of a list, whatever else is wrong with them. */
    Set<String> textsOf(String field) {
        Set<String> texts = new LinkedHashSet<>();
        for (Place item : items()) {
            Place place = item.node instanceof MappingNode ? item.entries().get(field) : null;
            if (place != null && place.node instanceof ScalarNode text) {
                texts.add(text.getValue());
            }
        }
        return texts;
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
    <T> T whole(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    RulesRefused refused(String reason) {
        return new RulesRefused(List.of(problem(reason)));
    }

    private void note(String reason) {
        note(problem(reason));
    }

    /** @throws RulesRefused if that is enough */
    private void note(Problem problem) {
        noted.add(problem);
        if (noted.size() >= MOST_TOLD) {
            noted.add(new Problem(problem.line(), "", "the rest was not read: mend what is wrong so far"));
            throw RulesRefused.endingAll(told());
        }
    }

    /** In the order of the document. */
    private List<Problem> told() {
        return noted.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
    }

    private Problem problem(String reason) {
        return new Problem(node.getStartMark().getLine() + 1, path, reason);
    }

    private List<Place> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw refused("must be a list");
        }
        List<Place> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Place(item, path + "[" + items.size() + "]", noted));
        }
        return items;
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
            Place place = new Place(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, noted);
            if (entries.putIfAbsent(name, place) != null) {
                new Place(key, place.path, noted).note("is there twice");
            }
        }
        return entries;
    }

    /**
     * The fields of one mapping.
     *
     * @param misspelt what unknown fields seem to mean: told there already, it is not missing as well
     */
    record Fields(Place of, Map<String, Place> entries, Set<String> misspelt) {

        Place required(String name) {
            Place place = entries.get(name);
            if (place == null) {
                throw misspelt.contains(name) ? RulesRefused.alreadyTold() : of.refused(name + " is missing");
            }
            return place;
        }

        Optional<Place> optional(String name) {
            return Optional.ofNullable(entries.get(name));
        }
    }

    /** What was read of a part of the document, if that part is sound. */
    record Section<T>(@Nullable T value) {

        /** @throws RulesRefused without a problem, for what is wrong was noted where it stands */
        T get() {
            if (value == null) {
                throw RulesRefused.alreadyTold();
            }
            return value;
        }

        T orElse(T other) {
            return value == null ? other : value;
        }
    }
}
