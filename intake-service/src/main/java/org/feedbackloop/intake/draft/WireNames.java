package org.feedbackloop.intake.draft;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the constant of an enum by its name on the wire. */
final class WireNames<E extends Enum<E>> {

    private final Map<String, E> constants;
    private final String expected;

    WireNames(Class<E> type, Function<E, String> wireName) {
        E[] all = type.getEnumConstants();
        constants = Arrays.stream(all).collect(Collectors.toUnmodifiableMap(wireName, Function.identity()));
        expected = "must be one of " + Arrays.stream(all).map(wireName).collect(Collectors.joining(", "));
    }

    Optional<E> find(String wireName) {
        return Optional.ofNullable(constants.get(wireName));
    }

    /** For whoever sent another. */
    String expected() {
        return expected;
    }
}
