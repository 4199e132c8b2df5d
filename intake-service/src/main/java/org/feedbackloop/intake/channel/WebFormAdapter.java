package org.feedbackloop.intake.channel;

import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** A form on somebody's own website, sent by their server or script; one field of the body for each of the form. */
@SelfWiring
public final class WebFormAdapter implements ChannelAdapter {

    private static final JsonBody<Submission> BODY = new JsonBody<>(Submission.class);

    private final Normaliser normaliser;

    public WebFormAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    @Override
    public String address() {
        return "web-form";
    }

    @Override
    public Adapted adapt(RawRequest request) {
        return BODY.read(
                request.body(),
                form -> normaliser
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
                        .outcome("message"));
    }

    /**
     * @param submissionId the form's own id of this submission, the same when it is sent again
     * @param submittedAt when the visitor pressed the button, with offset
     * @param page the address of the page that the form stood on
     */
    private record Submission(
            @Nullable String submissionId,
            @Nullable String submittedAt,
            @Nullable String name,
            @Nullable String customerNumber,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String visitorId,
            @Nullable String subject,
            @Nullable String message,
            @Nullable String language,
            @Nullable String type,
            @Nullable String category,
            @Nullable String product,
            @Nullable String order,
            @Nullable String page) {}
}
