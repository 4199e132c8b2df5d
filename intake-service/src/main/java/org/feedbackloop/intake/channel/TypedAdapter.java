package org.feedbackloop.intake.channel;

import java.util.Objects;
import org.feedbackloop.intake.draft.Adapted;

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
}
