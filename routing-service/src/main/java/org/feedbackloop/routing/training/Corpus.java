package org.feedbackloop.routing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * All texts that the model learns from.
 *
 * @param digest the beginning of the SHA-256 of all of it
 */
record Corpus(List<CorpusText> texts, String digest) {

    private static final String SUFFIX = ".tsv";

    Corpus {
        texts = List.copyOf(texts);
    }

    static Corpus of(List<CorpusText> texts) {
        MessageDigest digest = sha256();
        for (CorpusText text : texts) {
            digest.update((text.part() + '\t' + text.line() + '\n').getBytes(UTF_8));
        }
        return new Corpus(texts, HexFormat.of().formatHex(digest.digest(), 0, 6));
    }

    /**
     * Every file of the folder that ends in {@code .tsv}, in the order of their names. Lines that begin with {@code #} are
     * comments.
     */
    static Corpus read(Path folder) throws IOException {
        List<CorpusText> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> name(path).endsWith(SUFFIX))
                    .sorted((one, other) -> name(one).compareTo(name(other)))
                    .toList()) {
                texts.addAll(readFile(file));
            }
        }
        return of(texts);
    }

    static List<CorpusText> readFile(Path file) throws IOException {
        String part = name(file).substring(0, name(file).length() - SUFFIX.length());
        List<CorpusText> texts = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, UTF_8)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                texts.add(CorpusText.parse(part, line));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
            }
        }
        return texts;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
