package org.feedbackloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    /** Without a tracer in place there is nobody to begin a trace, and one that was begun goes on. */
    @Test
    void a_request_of_a_trace_stays_in_it() {
        assertThat(TraceContext.receivedBy("intake-service", "00-" + TRACE + "-" + SPAN + "-01"))
                .isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
        assertThat(TraceContext.receivedBy("intake-service", null)).isNull();
        assertThat(TraceContext.receivedBy("intake-service", "no trace")).isNull();
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
