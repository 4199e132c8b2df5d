package org.feedbackloop.intake.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** Our own form of feedback, for those who can speak it. It has an address of its own, as the body names the channel. */
public final class CanonicalAdapter {

    private static final JsonBody<Body> BODY = new JsonBody<>(Body.class);

    private final Normaliser normaliser;

    public CanonicalAdapter(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    public Adapted adapt(RawRequest request) {
        return BODY.read(
                request.body(),
                body -> body.into(normaliser.begin(request.receivedAt())).outcome("text"));
    }

    private record Body(
            @Nullable String channel,
            @Nullable String messageId,
            @Nullable String occurredAt,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String language,
            @Nullable String type,
            @Nullable Customer customer,
            @Nullable Score rating,
            @Nullable Topic about) {

        Normalisation into(Normalisation normal) {
            normal.channel("channel", channel)
                    .messageId("messageId", messageId)
                    .occurredAt("occurredAt", occurredAt)
                    .subject("subject", subject)
                    .text("text", text)
                    .language("language", language)
                    .type("type", type);
            if (customer != null) {
                customer.into(normal);
            }
            if (rating != null) {
                normal.rating("rating.scale", rating.scale(), "rating.score", rating.score());
            }
            if (about != null) {
                about.into(normal);
            }
            return normal;
        }
    }

    private record Customer(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String customerNumber,
            @Nullable String messenger,
            @Nullable String visitorId,
            @JsonProperty("class") @Nullable String customerClass) {

        void into(Normalisation normal) {
            normal.customerName("customer.name", name)
                    .customerNumber("customer.customerNumber", customerNumber)
                    .email("customer.email", email)
                    .phone("customer.phone", phone)
                    .messenger("customer.messenger", messenger)
                    .visitorId("customer.visitorId", visitorId)
                    .customerClass("customer.class", customerClass);
        }
    }

    private record Score(@Nullable String scale, @Nullable Integer score) {}

    private record Topic(
            @Nullable String category,
            @Nullable String product,
            @Nullable String order,
            @Nullable String page,
            @Nullable String location,
            @Nullable List<@Nullable String> skus) {

        void into(Normalisation normal) {
            normal.category("about.category", category)
                    .product("about.product", product)
                    .order("about.order", order)
                    .page("about.page", page)
                    .location("about.location", location)
                    .skus("about.skus", skus);
        }
    }
}
