package org.feedbackloop.bench.classification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What people say: every text of the corpus, in an order that a seed decides. */
final class Texts {

    private static final long SEED = 4;
    private static final int TEXT_COLUMN = 2;

    private Texts() {}

    /** @param corpus the folder with a file for each language */
    static List<String> of(Path corpus) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file, UTF_8)) {
                    String[] columns = line.split("\t", -1);
                    if (columns.length > TEXT_COLUMN && !line.startsWith("#")) {
                        texts.add(columns[TEXT_COLUMN].replace("\\n", "\n"));
                    }
                }
            }
        }
        if (texts.isEmpty()) {
            throw new IOException("There are no texts in " + corpus);
        }
        Collections.shuffle(texts, new Random(SEED));
        return List.copyOf(texts);
    }

    /** The texts one after another, whatever their languages, cut off after so many characters and never within one. */
    static String ofLength(int length, List<String> texts) {
        StringBuilder text = new StringBuilder(length + 1_000);
        for (int i = 0; text.length() < length; i = (i + 1) % texts.size()) {
            text.append(texts.get(i)).append('\n');
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
