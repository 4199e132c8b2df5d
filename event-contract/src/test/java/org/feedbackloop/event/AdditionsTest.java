package org.feedbackloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedbackloop.event.v1.CustomerClass;
import org.junit.jupiter.api.Test;

/** What was added within v1 is there where it was written, and nothing where it was not. */
class AdditionsTest {

    @Test
    void an_order_has_the_article_numbers_of_its_lines_and_a_customer_the_class_that_the_sender_knows() {
        var feedback = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "order-of-a-customer-of-class-a")
                .data();
        var earlier = GoldenFile.read(EventType.FEEDBACK_RECEIVED, "complaint-from-the-web-form")
                .data();

        assertThat(feedback.about().skus()).containsExactly("BRW-1.7", "CUP-7", "CUP-7-LID");
        assertThat(feedback.customerClass()).isEqualTo(CustomerClass.A);
        assertThat(earlier.about().skus()).isEmpty();
        assertThat(earlier.customerClass()).isNull();
    }

    @Test
    void harm_goes_before_a_supervisor_and_says_whose_overflow_it_is() {
        var routed = GoldenFile.read(EventType.FEEDBACK_ROUTED, "harm-that-goes-before-a-supervisor")
                .data();
        var earlier = GoldenFile.read(EventType.FEEDBACK_ROUTED, "complaint-with-every-finding")
                .data();

        assertThat(routed.supervisor()).isTrue();
        assertThat(routed.queue()).isEqualTo("care");
        assertThat(routed.overflowFrom()).isEqualTo("safety");
        assertThat(earlier.supervisor()).isNull();
        assertThat(earlier.overflowFrom()).isNull();
    }
}
