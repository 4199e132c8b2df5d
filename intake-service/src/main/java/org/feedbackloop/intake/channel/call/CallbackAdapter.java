package org.feedbackloop.intake.channel.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.ZoneId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.CallBack;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** Somebody asks to be called back. */
@SelfWiring
public final class CallbackAdapter extends TypedAdapter<CallbackAdapter.Wish> {

    private final Normaliser normaliser;

    public CallbackAdapter(Normaliser normaliser) {
        super("callback", Wish.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Wish wish, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.CALLBACK)
                .messageId("requestId", wish.requestId())
                .occurredAt("requestedAt", wish.requestedAt())
                .customerName("name", wish.name())
                .customerNumber("customerNumber", wish.customerNumber())
                .email("email", wish.email())
                .phone("phone", wish.phone())
                .visitorId("visitorId", wish.visitorId())
                .text("topic", wish.topic())
                .language("language", wish.language())
                .type("type", wish.type())
                .category("category", wish.category())
                .product("product", wish.product())
                .order("order", wish.order())
                .page("page", wish.page());
        if (!isThere(wish.phone())) {
            normal.problem("phone", "must not be empty: it is what is to be called");
        }
        return normal.details(window(wish, normal)).outcome("topic");
    }

    private static CallBack window(Wish wish, Normalisation normal) {
        Instant from = normal.time("from", wish.from());
        Instant until = normal.time("until", wish.until());
        if (from != null && until != null && !from.isBefore(until)) {
            normal.problem("until", "must be after from");
        }
        ZoneId zone = normal.zone("zone", wish.zone());
        return new CallBack(from, until, zone == null ? null : zone.getId());
    }

    record Wish(
            @JsonPropertyDescription("Your own id of this wish, the same when it is sent again.") @Nullable
            String requestId,

            @JsonPropertyDescription("When the customer asked, with offset (RFC 3339). Now, if missing.") @Nullable
            String requestedAt,

            @JsonProperty(required = true)
            @JsonPropertyDescription("The number to call, best with its country code.")
            @Nullable
            String phone,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What the customer wants to talk about, up to 20,000 characters.")
            @Nullable
            String topic,

            @JsonPropertyDescription("No call before this time, with offset (RFC 3339).") @Nullable
            String from,

            @JsonPropertyDescription("No call after this time, with offset (RFC 3339).") @Nullable
            String until,

            @JsonPropertyDescription("The customer's time zone, an IANA name like Europe/Warsaw.") @Nullable
            String zone,

            @JsonPropertyDescription("The customer's name, up to 200 characters.") @Nullable
            String name,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("Your own id of the visitor's browser, up to 100 characters.") @Nullable
            String visitorId,

            @JsonPropertyDescription("A language tag after BCP 47, for example fa or en-GB. A hint, not a verdict.")
            @Nullable
            String language,

            @JsonPropertyDescription(
                    "What the customer calls it: complaint, idea, question, praise, referral or other.")
            @Nullable
            String type,

            @JsonPropertyDescription("A path in the product tree, for example billing/invoice.") @Nullable
            String category,

            @JsonPropertyDescription("Your own name or number of the product.") @Nullable
            String product,

            @JsonPropertyDescription("The number of the order.") @Nullable
            String order,

            @JsonPropertyDescription("The address of the page that the wish was sent from.") @Nullable
            String page) {}
}
