package org.feedbackloop.intake.channel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every channel that we can take in, by its address. */
public final class ChannelAdapters {

    private final Map<String, ChannelAdapter> byAddress;

    /** @throws IllegalStateException if two adapters claim one address */
    public ChannelAdapters(Collection<ChannelAdapter> adapters) {
        byAddress =
                adapters.stream().collect(Collectors.toUnmodifiableMap(ChannelAdapter::address, Function.identity()));
    }

    /** In the order of their addresses. */
    public Stream<ChannelAdapter> all() {
        return byAddress.values().stream().sorted(Comparator.comparing(ChannelAdapter::address));
    }

    public Optional<ChannelAdapter> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
