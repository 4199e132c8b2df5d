package org.feedbackloop.intake.surveyfetch;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A response as SurveyMonkey's API tells it; written after its documentation. */
final class ResponseDetails {

    private ResponseDetails() {}

    static byte[] ofAda() {
        try (var in = ResponseDetails.class.getResourceAsStream("/surveyfetch/response.json")) {
            if (in == null) {
                throw new AssertionError("no response");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
