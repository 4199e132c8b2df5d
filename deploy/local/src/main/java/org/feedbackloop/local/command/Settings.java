package org.feedbackloop.local.command;

import java.nio.file.Path;
import java.util.Objects;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.local.RunningStack;
import org.feedbackloop.local.StackFailure;
import org.jspecify.annotations.Nullable;

/**
 * What the environment decides.
 *
 * @param state the folder of all that the stack keeps: {@code FEEDBACK_STATE_DIR}, or else {@code .feedback}
 * @param portOffset by how much every port is moved: {@code FEEDBACK_PORT_OFFSET}, or else 0
 */
record Settings(Checkout checkout, Path state, int portOffset) {

    static Settings fromEnvironment() {
        Checkout checkout = Checkout.enclosingWorkingDirectory();
        String state = Objects.requireNonNullElse(System.getenv("FEEDBACK_STATE_DIR"), ".feedback");
        return new Settings(
                checkout, checkout.root().resolve(state), portOffset(System.getenv("FEEDBACK_PORT_OFFSET")));
    }

    RunningStack runningStack() {
        return RunningStack.in(state, checkout).orElseThrow(() -> new StackFailure("No stack runs in " + state));
    }

    /** What paths on the command line are meant from; the script changes into the checkout. */
    static Path calledFrom() {
        return Path.of(Objects.requireNonNullElse(System.getenv("FEEDBACK_CALLED_FROM"), ""));
    }

    static int portOffset(@Nullable String given) {
        try {
            return given == null || given.isEmpty() ? 0 : Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new StackFailure("FEEDBACK_PORT_OFFSET is a number, not '" + given + "'", e);
        }
    }
}
