package org.feedbackloop.intake.channel.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.PhoneCall;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** A customer called, and an operator took down what they said. */
@SelfWiring
public final class PhoneCallAdapter extends TypedAdapter<PhoneCallAdapter.Report> {

    static final int LONGEST_SECONDS = 86_400;

    private final Normaliser normaliser;

    public PhoneCallAdapter(Normaliser normaliser) {
        super("phone-call", Report.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Report report, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.PHONE_CALL)
                .messageId("reportId", report.reportId())
                .conversation("callId", report.callId())
                .occurredAt("startedAt", report.startedAt())
                .customerName("name", report.name())
                .customerNumber("customerNumber", report.customerNumber())
                .email("email", report.email())
                .phone("callerNumber", report.callerNumber())
                .subject("subject", report.subject())
                .text("summary", report.summary())
                .language("language", report.language())
                .type("type", report.type())
                .category("category", report.category())
                .product("product", report.product())
                .order("order", report.order());
        return normal.details(details(report, normal)).outcome("summary");
    }

    private static PhoneCall details(Report report, Normalisation normal) {
        return new PhoneCall(
                normal.line("operator", report.operator(), 200),
                normal.pastTime("startedAt", report.startedAt()),
                normal.number("lengthSeconds", report.lengthSeconds(), 0, PhoneCallAdapter.LONGEST_SECONDS),
                normal.line("calledLine", report.calledLine(), 100));
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

            @JsonPropertyDescription("The number or name of the line that was called.") @Nullable
            String calledLine,

            @JsonPropertyDescription("The number that the customer called from, best with its country code.") @Nullable
            String callerNumber,

            @JsonPropertyDescription("Who took the call: a name or number of your own.") @Nullable
            String operator,

            @JsonPropertyDescription("The customer's name, up to 200 characters.") @Nullable
            String name,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("A title, up to 300 characters.") @Nullable
            String subject,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What the customer said, as the operator took it down, up to 20,000 characters.")
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
