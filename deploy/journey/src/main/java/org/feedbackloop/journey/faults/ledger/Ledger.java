package org.feedbackloop.journey.faults.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes every answer, in memory and in a file of a line each. For use by many threads. */
public final class Ledger implements AutoCloseable {

    private final Map<Post, List<Answer>> answers = new LinkedHashMap<>();
    private final Writer file;

    private Ledger(Writer file) {
        this.file = file;
    }

    /** Begins a new one, in place of any older one in the file. */
    public static Ledger in(Path file) throws IOException {
        Ledger ledger = new Ledger(Files.newBufferedWriter(file));
        ledger.write("asked at", "answered at", "key", "customer", "number", "answer");
        return ledger;
    }

    public synchronized void note(Post post, Instant askedAt, Instant answeredAt, Answer answer) {
        answers.computeIfAbsent(post, any -> new ArrayList<>()).add(answer);
        write(
                askedAt.toString(),
                answeredAt.toString(),
                post.key(),
                post.customer(),
                Integer.toString(post.number()),
                answer.toString());
    }

    /** One for each post, in the order of their first answers. */
    public synchronized List<Account> accounts() {
        return answers.entrySet().stream()
                .map(entry -> new Account(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void write(String... columns) {
        try {
            file.write(String.join("\t", columns) + "\n");
            // Whoever reads it after a crash of this very program wants the last line most.
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
