package org.feedbackloop.routing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackType;

/** Texts by others, which are not in the project: read where they happen to be, to see how the model does on them. */
final class Samples {

    private static final String FOLDER = "shared/samples/understanding";
    private static final String BANKING = "en_banking_questions_and_complaints.csv";
    private static final String LANGUAGES = "languages.tsv";

    private final Path folder;

    private Samples(Path folder) {
        this.folder = folder;
    }

    /** Beside this folder, or beside one around it. */
    static Optional<Samples> above(Path here) {
        for (Path around = here.toAbsolutePath(); around != null; around = around.getParent()) {
            if (Files.isDirectory(around.resolve(FOLDER))) {
                return Optional.of(new Samples(around.resolve(FOLDER)));
            }
        }
        return Optional.empty();
    }

    static Samples in(Path folder) {
        return new Samples(folder);
    }

    /** Texts of known language, a line each as {@code LanguageReport} reads them; none if they are not there. */
    List<String> languages() throws IOException {
        Path file = folder.resolve(LANGUAGES);
        return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
    }

    /** Questions and complaints of bank customers; none if they are not there. */
    List<Sample> banking() throws IOException {
        Path file = folder.resolve(BANKING);
        return Files.exists(file) ? parse(Files.readString(file, UTF_8)) : List.of();
    }

    /** @param csv with a heading, the text in its first column and the type in its second */
    static List<Sample> parse(String csv) {
        List<Sample> samples = new ArrayList<>();
        for (List<String> row : rows(csv)) {
            if (row.size() >= 2 && !row.get(1).equals("type")) {
                samples.add(
                        new Sample(row.get(0), FeedbackType.valueOf(row.get(1).toUpperCase(java.util.Locale.ROOT))));
            }
        }
        return samples;
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char c = csv.charAt(at);
            if (c == '"' && quoted && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                value.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                value.append(c);
            } else if (c == ',') {
                row.add(value.toString());
                value.setLength(0);
            } else if (c == '\n') {
                row.add(value.toString());
                value.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        if (!row.isEmpty()) {
            row.add(value.toString());
            rows.add(row);
        }
        return rows;
    }

    /** A text, and what those who collected it call it. */
    record Sample(String text, FeedbackType type) {}
}
