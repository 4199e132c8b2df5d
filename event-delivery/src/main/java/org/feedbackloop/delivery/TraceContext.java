package org.feedbackloop.delivery;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.Event;
import org.jspecify.annotations.Nullable;

/** Carries a trace across topics, in the W3C form that stands in an event's {@code traceparent}. */
public final class TraceContext {

    private static final TextMapGetter<Event<?>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Event<?> event) {
            return List.of(CloudEvents.TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable Event<?> event, String key) {
            return event == null || !key.equals(CloudEvents.TRACEPARENT) ? null : event.traceparent();
        }
    };

    private static final TextMapGetter<String> HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(CloudEvents.TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals(CloudEvents.TRACEPARENT) ? traceparent : null;
        }
    };

    private TraceContext() {}

    /**
     * The trace that a request belongs to, within a span of the receiving service: that of the caller, or a new one.
     *
     * @param traceparent as the caller sent it
     */
    public static @Nullable String receivedBy(String service, @Nullable String traceparent) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, HEADER);
        Span span = GlobalOpenTelemetry.getTracer(service)
                .spanBuilder("receive")
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        span.end();
        return traceparent(span.getSpanContext());
    }

    /**
     * The event as the next hop shall see it: within a span of the handling service, so that what it leads to hangs below
     * that span.
     */
    public static <T extends Record> Event<T> handledBy(String service, Event<T> event) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), event, GETTER);
        Span span = GlobalOpenTelemetry.getTracer(service)
                .spanBuilder("process " + event.type().topic())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", event.type().topic())
                .setAttribute("messaging.message.id", event.id().toString())
                .startSpan();
        span.end();
        String traceparent = traceparent(span.getSpanContext());
        return traceparent == null ? event : event.withTraceparent(traceparent);
    }

    private static @Nullable String traceparent(SpanContext context) {
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
