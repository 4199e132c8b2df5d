package org.feedbackloop.intake.channel.web;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** A form on somebody's own website, sent by their server or script; one field of the body for each of the form. */
@SelfWiring
public final class WebFormAdapter extends TypedAdapter<WebFormAdapter.Submission> {

    private final Normaliser normaliser;

    public WebFormAdapter(Normaliser normaliser) {
        super("web-form", Submission.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Submission form, RawRequest request) {
        return normaliser
                .begin(request.receivedAt())
                .channel(Channel.WEB_FORM)
                .messageId("submissionId", form.submissionId())
                .occurredAt("submittedAt", form.submittedAt())
                .customerName("name", form.name())
                .customerNumber("customerNumber", form.customerNumber())
                .email("email", form.email())
                .phone("phone", form.phone())
                .visitorId("visitorId", form.visitorId())
                .subject("subject", form.subject())
                .text("message", form.message())
                .language("language", form.language())
                .type("type", form.type())
                .category("category", form.category())
                .product("product", form.product())
                .order("order", form.order())
                .page("page", form.page())
                .outcome("message");
    }

    record Submission(
            @JsonPropertyDescription("The form's own id of this submission, the same when it is sent again.") @Nullable
            String submissionId,

            @JsonPropertyDescription("When the visitor pressed the button, with offset (RFC 3339). Now, if missing.")
            @Nullable
            String submittedAt,

            @JsonPropertyDescription("The visitor's name, up to 200 characters.") @Nullable
            String name,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("A phone number, best with its country code.") @Nullable
            String phone,

            @JsonPropertyDescription("Your own id of the visitor's browser, up to 100 characters.") @Nullable
            String visitorId,

            @JsonPropertyDescription("Up to 300 characters.") @Nullable
            String subject,

            @JsonPropertyDescription("What the visitor says, up to 20,000 characters.") @Nullable
            String message,

            @JsonPropertyDescription("A language tag after BCP 47, for example fa or en-GB. A hint, not a verdict.")
            @Nullable
            String language,

            @JsonPropertyDescription("What the visitor calls it: complaint, idea, question, praise, referral or other.")
            @Nullable
            String type,

            @JsonPropertyDescription("A path in the product tree, for example billing/invoice.") @Nullable
            String category,

            @JsonPropertyDescription("Your own name or number of the product.") @Nullable
            String product,

            @JsonPropertyDescription("The number of the order.") @Nullable
            String order,

            @JsonPropertyDescription("The address of the page that the form stood on.") @Nullable
            String page) {}
}
