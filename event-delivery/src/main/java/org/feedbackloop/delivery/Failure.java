package org.feedbackloop.delivery;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** What an exception tells, and what it does not tell, about the event that was handled when it was thrown. */
final class Failure {

    /**
     * PostgreSQL's classes of states that speak of the server and of other transactions: connection lost, to be tried
     * again, out of resources, lock not to be had, shutting down, disk broken.
     */
    private static final List<String> STATES_OF_THE_SERVER = List.of("08", "40", "53", "55P", "57P", "58");

    private final List<Throwable> causes;

    Failure(Throwable thrown) {
        // Limited, for causes may go in a circle.
        causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** Whether it would have failed with any event. A broker that finds one too large is not to blame. */
    boolean isOfTheWorld() {
        return causes.stream().anyMatch(Failure::isOfTheWorld)
                && causes.stream().noneMatch(RecordTooLargeException.class::isInstance);
    }

    private static boolean isOfTheWorld(Throwable cause) {
        return cause instanceof BrokerUnavailable
                || (cause instanceof SQLException e && isOfTheServer(e.getSQLState()));
    }

    /** Without a state it did not come from the server, but from a pool that has no connection to it. */
    private static boolean isOfTheServer(String state) {
        return state == null || STATES_OF_THE_SERVER.stream().anyMatch(state::startsWith);
    }

    /** What our own code says, what went wrong below it, and where: a driver's message may quote a customer. */
    String reason() {
        Throwable root = causes.get(causes.size() - 1);
        String said = causes.stream()
                .filter(Failure::isOurs)
                .findFirst()
                .map(ours -> ours.getMessage() + ": ")
                .orElse("");
        String below = root instanceof SQLException sql
                ? "SQL state " + sql.getSQLState()
                : root.getClass().getSimpleName();
        String where = causes.stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(Failure::isOurs)
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return said + below + where;
    }

    /** Thrown by our own code, and in our own words: one that only wraps another repeats what that one said. */
    private static boolean isOurs(Throwable cause) {
        Throwable below = cause.getCause();
        boolean repeats = below != null && String.valueOf(cause.getMessage()).contains(below.toString());
        return !repeats && cause.getStackTrace().length > 0 && isOurs(cause.getStackTrace()[0]);
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith("org.feedbackloop.");
    }
}
