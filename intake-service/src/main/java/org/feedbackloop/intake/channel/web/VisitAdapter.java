package org.feedbackloop.intake.channel.web;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** Somebody looked at a page, a product or a campaign, and said nothing. */
@SelfWiring
public final class VisitAdapter extends TypedAdapter<VisitAdapter.Visit> {

    private final Normaliser normaliser;

    public VisitAdapter(Normaliser normaliser) {
        super("visit", Visit.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Visit visit, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.VISIT)
                .messageId("visitId", visit.visitId())
                .occurredAt("visitedAt", visit.visitedAt())
                .customerNumber("customerNumber", visit.customerNumber())
                .email("email", visit.email())
                .visitorId("visitorId", visit.visitorId())
                .product("product", visit.product())
                .page("page", visit.page());
        String campaign = normal.line("campaign", visit.campaign(), 200);
        String referrer = normal.line("referrer", visit.referrer(), 2_000);
        return normal.visit("visitorId", "page", campaign, referrer);
    }

    record Visit(
            @JsonPropertyDescription("Your own id of this visit, the same when it is sent again.") @Nullable
            String visitId,

            @JsonPropertyDescription("When the page was seen, with offset (RFC 3339). Now, if missing.") @Nullable
            String visitedAt,

            @JsonPropertyDescription(
                    "Your own id of the visitor's browser, up to 100 characters. One of these three must be there.")
            @Nullable
            String visitorId,

            @JsonPropertyDescription("Your own number for this customer, where they are known.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address, where it is known.") @Nullable
            String email,

            @JsonPropertyDescription(
                    "The address of the page that was seen. This, the product or the campaign must be there.")
            @Nullable
            String page,

            @JsonPropertyDescription("Your own name or number of the product that was seen.") @Nullable
            String product,

            @JsonPropertyDescription("What brought them here, as you call it, up to 200 characters.") @Nullable
            String campaign,

            @JsonPropertyDescription("The address of the page that they came from.") @Nullable
            String referrer) {}
}
