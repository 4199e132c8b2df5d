package org.feedbackloop.intake.door;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.feedbackloop.intake.door.Lines.Line;
import org.feedbackloop.intake.publish.Answer;

/**
 * The answer to a batch: a receipt for each line, in the order of the lines.
 *
 * @param someUnavailable whether the broker did not acknowledge a line, so that the batch is to be sent again
 */
record BatchAnswer(byte[] ndjson, boolean someUnavailable) {

    /** Hands in all lines at once, so that they travel to the broker together, and completes with the last of them. */
    static CompletableFuture<BatchAnswer> of(List<Line> lines, Function<Line, CompletableFuture<Answer>> accept) {
        CompletableFuture<?>[] answers = new CompletableFuture<?>[lines.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = accept.apply(lines.get(i));
        }
        return CompletableFuture.allOf(answers).thenApply(all -> of(lines, answers));
    }

    private static BatchAnswer of(List<Line> lines, CompletableFuture<?>[] answers) {
        var ndjson = new ByteArrayOutputStream(lines.size() * 96);
        boolean someUnavailable = false;
        for (int i = 0; i < answers.length; i++) {
            Receipt receipt = Receipt.forLine(lines.get(i).number(), (Answer) answers[i].join());
            ndjson.writeBytes(receipt.json());
            ndjson.write('\n');
            someUnavailable |= receipt.isUnavailable();
        }
        return new BatchAnswer(ndjson.toByteArray(), someUnavailable);
    }
}
