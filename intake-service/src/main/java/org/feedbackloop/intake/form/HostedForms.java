package org.feedbackloop.intake.form;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All of our forms, by name. */
public final class HostedForms {

    private final Map<String, HostedForm> byName;

    public HostedForms(Collection<HostedForm> forms) {
        byName = forms.stream().collect(Collectors.toUnmodifiableMap(HostedForm::name, Function.identity()));
    }

    public Optional<HostedForm> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
