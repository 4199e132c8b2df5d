package org.feedbackloop.intake.channel.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.OutboundCall;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** What came of a call that we made. Where no customer spoke there is nothing to take in: that is said rather than kept. */
@SelfWiring
public final class OutboundCallAdapter extends TypedAdapter<OutboundCallAdapter.Report> {

    private static final List<String> WITHOUT_WORDS = List.of("no-answer", "busy", "wrong-number");
    private static final List<String> OUTCOMES =
            List.of("reached", "no-answer", "busy", "refused", "wrong-number", "call-again");

    private final Normaliser normaliser;

    public OutboundCallAdapter(Normaliser normaliser) {
        super("outbound-call", Report.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Report report, RawRequest request) {
        if (report.outcome() != null && WITHOUT_WORDS.contains(report.outcome()) && !isThere(report.summary())) {
            return Adapted.nothing(
                    new SetAside(SetAside.EMPTY, "No customer spoke in this call, so there is no feedback."));
        }
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.OUTBOUND_CALL)
                .messageId("reportId", report.reportId())
                .conversation("callId", report.callId())
                .occurredAt("startedAt", report.startedAt())
                .customerName("name", report.name())
                .customerNumber("customerNumber", report.customerNumber())
                .email("email", report.email())
                .phone("calledNumber", report.calledNumber())
                .text("summary", report.summary())
                .language("language", report.language())
                .type("type", report.type())
                .category("category", report.category())
                .product("product", report.product())
                .order("order", report.order());
        return normal.details(details(report, normal)).outcome("summary");
    }

    private static OutboundCall details(Report report, Normalisation normal) {
        if (report.outcome() == null) {
            normal.problem("outcome", "must not be empty");
        }
        return new OutboundCall(
                normal.line("operator", report.operator(), 200),
                report.warm(),
                normal.oneOf("outcome", report.outcome(), OUTCOMES),
                normal.pastTime("startedAt", report.startedAt()),
                normal.number("lengthSeconds", report.lengthSeconds(), 0, PhoneCallAdapter.LONGEST_SECONDS));
    }

    record Report(
            @JsonPropertyDescription("Your own id of this report, the same when it is sent again.") @Nullable
            String reportId,

            @JsonPropertyDescription("Your own id of the call, the same for all reports of it.") @Nullable
            String callId,

            @JsonPropertyDescription("When the call began, with offset (RFC 3339). Now, if missing.") @Nullable
            String startedAt,

            @JsonPropertyDescription("How long the call lasted, in seconds, up to a day.") @Nullable
            Integer lengthSeconds,

            @JsonPropertyDescription("The number that was called, best with its country code.") @Nullable
            String calledNumber,

            @JsonPropertyDescription("Who called: a name or number of your own.") @Nullable
            String operator,

            @JsonPropertyDescription("Whether the customer knew of us before: false for a cold call.") @Nullable
            Boolean warm,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What came of it: reached, no-answer, busy, refused, wrong-number or call-again.")
            @Nullable
            String outcome,

            @JsonPropertyDescription("The customer's name, up to 200 characters.") @Nullable
            String name,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription(
                    "What the customer said, up to 20,000 characters. Without it a no-answer, busy or wrong-number is"
                            + " answered with the problem not-feedback: there is nothing to keep.")
            @Nullable
            String summary,

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
            String order) {}
}
