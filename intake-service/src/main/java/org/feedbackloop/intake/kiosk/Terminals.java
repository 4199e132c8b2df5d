package org.feedbackloop.intake.kiosk;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All screens in all shops, by name. */
public final class Terminals {

    private final Map<String, Terminal> byName;

    public Terminals(Collection<Terminal> terminals) {
        byName = terminals.stream().collect(Collectors.toUnmodifiableMap(Terminal::name, Function.identity()));
    }

    public Optional<Terminal> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
