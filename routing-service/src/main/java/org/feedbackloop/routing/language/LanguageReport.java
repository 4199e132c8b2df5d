package org.feedbackloop.routing.language;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.feedbackloop.routing.reading.Statement;

/**
 * How well languages are told, on texts whose language is known: of texts in a language that we answer in, how many were given
 * it; of all others, how many were not taken for one of ours.
 */
public final class LanguageReport {

    private static final String HEADER = "lang\tkind\ttext";

    private final List<Told> all;

    private LanguageReport(List<Told> all) {
        this.all = all;
    }

    /** @param lines each a language's two letters, a kind of text, and the text, with tabs between; the header is skipped */
    public static LanguageReport of(Languages languages, List<String> lines) {
        return new LanguageReport(lines.stream()
                .filter(line -> !line.equals(HEADER))
                .map(line -> told(languages, line.split("\t", 3)))
                .toList());
    }

    private static Told told(Languages languages, String[] fields) {
        if (fields.length < 3) {
            throw new IllegalArgumentException("a line has a language, a kind and a text, with tabs between");
        }
        Language is = Language.ofTag(fields[0]);
        Statement statement = Statement.ofText(fields[2]);
        return new Told(
                is, languages.answers(is), fields[1], languages.of(statement).value());
    }

    /** Of the texts of this kind that are in a language of ours, the share that was given their language; 1 if there are none. */
    public double right(String kind) {
        return share(told -> told.ours() && told.kind().equals(kind), Told::isRight);
    }

    /** Of all texts that are in no language of ours, the share that was not taken for one of ours; 1 if there are none. */
    public double notTaken() {
        return share(told -> !told.ours(), Told::isRight);
    }

    /** The same for texts of one kind. */
    public double notTaken(String kind) {
        return share(told -> !told.ours() && told.kind().equals(kind), Told::isRight);
    }

    private double share(Predicate<Told> of, Predicate<Told> which) {
        List<Told> these = all.stream().filter(of).toList();
        return these.isEmpty() ? 1 : these.stream().filter(which).count() / (double) these.size();
    }

    /** One line. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "sentences %.1f %%, word pairs %.1f %%, single words %.1f %%; others not taken for ours %.1f %%",
                100 * right("sentence"),
                100 * right("word_pair"),
                100 * right("single_word"),
                100 * notTaken());
    }

    /** Tables for people to read. */
    public String text() {
        StringBuilder text = new StringBuilder();
        table("Our languages: given their own, %", Told::ours, text);
        table("Other languages: not taken for one of ours, %", told -> !told.ours(), text);
        return text.toString();
    }

    private void table(String title, Predicate<Told> which, StringBuilder text) {
        List<Told> these = all.stream().filter(which).toList();
        List<String> kinds = these.stream().map(Told::kind).distinct().sorted().toList();
        text.append(title).append('\n').append(String.format("%-10s", ""));
        kinds.forEach(kind -> text.append(String.format("%18s", kind)));
        text.append(String.format("%18s%n", "all"));
        these.stream()
                .map(told -> told.is().code())
                .distinct()
                .sorted()
                .forEach(code -> row(
                        code,
                        these.stream()
                                .filter(told -> told.is().code().equals(code))
                                .toList(),
                        kinds,
                        text));
        row("all", these, kinds, text);
        text.append('\n');
    }

    private static void row(String name, List<Told> these, List<String> kinds, StringBuilder text) {
        text.append(String.format("%-10s", name));
        kinds.forEach(kind ->
                cell(these.stream().filter(told -> told.kind().equals(kind)).toList(), text));
        cell(these, text);
        text.append('\n');
    }

    private static void cell(List<Told> these, StringBuilder text) {
        long right = these.stream().filter(Told::isRight).count();
        String share = these.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.1f of %d", 100.0 * right / these.size(), these.size());
        text.append(String.format("%18s", share));
    }

    /** One text. */
    private record Told(Language is, boolean ours, String kind, Language told) {

        boolean isRight() {
            return ours ? told.equals(is) : !told.isDetermined();
        }
    }
}
