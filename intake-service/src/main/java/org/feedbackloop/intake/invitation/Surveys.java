package org.feedbackloop.intake.invitation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All of our surveys, by name. */
public final class Surveys {

    private final Map<String, Survey> byName;

    public Surveys(Collection<Survey> surveys) {
        byName = surveys.stream().collect(Collectors.toUnmodifiableMap(Survey::name, Function.identity()));
    }

    public Optional<Survey> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
