package org.feedbackloop.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.local.command.RoutingApi.Answer;

/** What routing-service said of rules, as a person at a terminal reads it. Returns the status that the command ends with. */
final class RulesReport {

    private static final int EXAMPLES = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final int refusal;

    /** @param refusal the status after rules were refused */
    RulesReport(PrintWriter out, PrintWriter err, int refusal) {
        this.out = out;
        this.err = err;
        this.refusal = refusal;
    }

    /** Each mistake as compilers tell it, so that editors can jump to it. */
    int refused(String file, Answer answer) {
        JsonNode problems = answer.body().path("invalidParams");
        for (JsonNode problem : problems) {
            String path = problem.path("name").asText();
            String place =
                    problem.has("line") ? file + ":" + problem.path("line").asInt() + ": " : "";
            err.println(place
                    + (path.isEmpty() ? "" : path + ": ")
                    + problem.path("reason").asText());
        }
        if (problems.isEmpty()) {
            err.println(answer.body().path("detail").asText("refused with status " + answer.status()));
        }
        return refusal;
    }

    int contents(String file, JsonNode contents) {
        say("%s is sound: version %s%n", file, contents.path("version").asText());
        contents.properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                say("  %-12s %6d%n", words(field.getKey()), field.getValue().asInt());
            }
        });
        contents.path("warnings")
                .forEach(warning -> say(
                        "  warning: %s %s%n",
                        warning.path("path").asText(), warning.path("reason").asText()));
        return 0;
    }

    int explanation(JsonNode explanation) {
        say("By %s:%n", explanation.path("rulesVersion").asText());
        List<String[]> rows = new ArrayList<>();
        for (JsonNode finding : explanation.path("findings")) {
            rows.add(new String[] {
                finding.path("step").asText(),
                finding.path("value").asText(),
                confidence(finding),
                evidence(finding) + rule(finding)
            });
        }
        table(rows);
        return 0;
    }

    int written(String file, String version) {
        say("%s holds %s: put it back with --based-on %s%n", file, version, version);
        return 0;
    }

    int live(JsonNode edition) {
        say(
                "live: %s, edition %d%n",
                edition.path("version").asText(), edition.path("number").asInt());
        return 0;
    }

    int versions(JsonNode editions) {
        List<String[]> rows = new ArrayList<>();
        for (JsonNode edition : editions) {
            String note = edition.has("rolledBackTo")
                    ? "back to " + edition.path("rolledBackTo").asText()
                    : "";
            String why = edition.path("note").asText("");
            rows.add(new String[] {
                edition.path("live").asBoolean() ? "live" : "",
                edition.path("number").asText(),
                edition.path("version").asText(),
                edition.path("changedAt").asText(""),
                edition.path("author").asText(),
                note + (note.isEmpty() || why.isEmpty() ? "" : ": ") + why
            });
        }
        table(rows);
        return 0;
    }

    void progress(JsonNode progress) {
        err.printf(
                Locale.ROOT,
                "read %,d of %,d%n",
                progress.path("read").asLong(),
                progress.path("of").asLong());
        err.flush();
    }

    int backtest(JsonNode result) {
        say(
                "%,d feedbacks since %s, routed by %s (live) and by %s (draft): %,d would move%s%n",
                result.path("compared").asLong(),
                result.path("since").asText(),
                result.path("live").asText(),
                result.path("draft").asText(),
                result.path("moved").asLong(),
                result.path("complete").asBoolean() ? "" : " (it ran out of time before the end)");
        for (JsonNode step : result.path("steps")) {
            say(
                    "%n%s: %,d would move%n",
                    step.path("step").asText(), step.path("moved").asLong());
            if (!step.path("moves").isEmpty()) {
                confusion(step.path("table"));
                step.path("moves").forEach(this::examples);
            }
        }
        return 0;
    }

    /** From left to top. Only what moves, or is moved to. */
    private void confusion(JsonNode table) {
        List<String> columns = new ArrayList<>();
        table.forEach(row -> row.fieldNames().forEachRemaining(to -> {
            if (!columns.contains(to)) {
                columns.add(to);
            }
        }));
        columns.sort(null);
        List<String[]> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("live \\ draft"));
        head.addAll(columns);
        rows.add(head.toArray(String[]::new));
        table.properties().forEach(row -> {
            List<String> cells = new ArrayList<>(List.of(row.getKey()));
            columns.forEach(to -> cells.add(row.getValue().path(to).asText("")));
            rows.add(cells.toArray(String[]::new));
        });
        table(rows);
    }

    private void examples(JsonNode move) {
        say(
                "  %s → %s: %,d, such as%n",
                move.path("from").asText(),
                move.path("to").asText(),
                move.path("count").asLong());
        int shown = 0;
        for (JsonNode example : move.path("examples")) {
            if (shown++ == EXAMPLES) {
                break;
            }
            say(
                    "    “%s” (%s)%n",
                    example.path("excerpt").asText(), example.path("feedbackId").asText());
            say("      live  %s%n", reason(example.path("live")));
            say("      draft %s%n", reason(example.path("draft")));
        }
    }

    private static String reason(JsonNode finding) {
        return finding.path("value").asText() + " " + confidence(finding) + "  " + evidence(finding) + rule(finding);
    }

    private static String confidence(JsonNode finding) {
        return String.format(Locale.ROOT, "%.2f", finding.path("confidence").asDouble());
    }

    private static String evidence(JsonNode finding) {
        List<String> evidence = new ArrayList<>();
        finding.path("evidence").forEach(one -> evidence.add(one.asText()));
        return String.join(", ", evidence);
    }

    private static String rule(JsonNode finding) {
        return finding.hasNonNull("rule") ? " [" + finding.path("rule").asText() + "]" : "";
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }

    /** In columns as wide as what stands in them. */
    private void table(List<String[]> rows) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].codePointCount(0, row[column].length()));
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                String cell = row[column];
                line.append("  ")
                        .append(cell)
                        .append(" ".repeat(widths[column] - cell.codePointCount(0, cell.length())));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** {@code wordsOfHarm} as {@code words of harm}. */
    private static String words(String field) {
        return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
