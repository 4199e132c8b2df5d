package org.feedbackloop.intake.channel;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.jspecify.annotations.Nullable;

/**
 * A channel whose body is JSON of our own making. The record that it is read into is described, component by component, with
 * {@link com.fasterxml.jackson.annotation.JsonPropertyDescription}: JSON Schema and OpenAPI are made from that, and the
 * example from {@code /samples/<address>.json} on the class path.
 *
 * @param <T> the body; its components are texts, whole numbers, truth values, and lists or records of those
 */
public abstract class TypedAdapter<T extends Record> implements ChannelAdapter {

    private final String address;
    private final Class<T> bodyType;
    private final JsonBody<T> body;

    protected TypedAdapter(String address, Class<T> bodyType) {
        this.address = Objects.requireNonNull(address);
        this.bodyType = bodyType;
        this.body = new JsonBody<>(bodyType);
    }

    /** Names each field as the record does: {@code call.operator}. */
    protected abstract Adapted adapt(T body, RawRequest request);

    @Override
    public final String address() {
        return address;
    }

    @Override
    public final String mediaType() {
        return "application/json";
    }

    public final Class<T> bodyType() {
        return bodyType;
    }

    @Override
    public final Adapted adapt(RawRequest request) {
        return body.read(request.body(), said -> adapt(said, request));
    }

    /** Blank is the same as absent. */
    protected static boolean isThere(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /**
     * Goes through a list of the body, whose entries are called {@code answers[0]} and so on. An entry that is null is the same
     * as absent; no more than allowed are looked at.
     */
    protected static <E> void each(
            Normalisation normal,
            String name,
            @Nullable List<@Nullable E> entries,
            int most,
            BiConsumer<String, E> next) {
        if (entries == null) {
            return;
        }
        if (entries.size() > most) {
            normal.problem(name, "must not have more than " + most + " entries");
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            E entry = entries.get(i);
            if (entry != null) {
                next.accept(name + '[' + i + ']', entry);
            }
        }
    }
}
