package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void outside_of_a_trace_there_is_none() {
        assertThat(TraceContext.current()).isNull();
    }

    @Test
    void the_trace_of_the_thread_is_told_as_w3c_wants_it() {
        var context = SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault());

        try (var scope = Span.wrap(context).makeCurrent()) {
            assertThat(TraceContext.current()).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
        }
    }

    /** Without a tracer in place the trace of the sender is passed on as it came. */
    @Test
    void a_service_that_does_not_trace_passes_the_trace_on() {
        var event = Feedbacks.said("ada", 1).withTraceparent("00-" + TRACE + "-" + SPAN + "-01");

        assertThat(TraceContext.handledBy("crm-service", event)).isEqualTo(event);
    }

    @Test
    void an_event_without_a_trace_stays_without() {
        var event = Feedbacks.said("ada", 1);

        assertThat(TraceContext.handledBy("crm-service", event)).isEqualTo(event);
    }
}
