package org.feedbackloop.intake.channel.shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.BookEntry;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a customer wrote on paper and somebody typed in, often days later. The page has a date and no time, so it
 * happened at the start of that day, where the book lies.
 */
@SelfWiring
public final class ComplaintBookAdapter extends TypedAdapter<ComplaintBookAdapter.Entry> {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Normaliser normaliser;

    public ComplaintBookAdapter(Normaliser normaliser) {
        super("complaint-book", Entry.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Entry entry, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.COMPLAINT_BOOK)
                .messageId("entryId", entry.entryId())
                .customerName("name", entry.name())
                .customerNumber("customerNumber", entry.customerNumber())
                .email("email", entry.email())
                .phone("phone", entry.phone())
                .text("text", entry.text())
                .language("language", entry.language())
                .type("type", entry.type())
                .category("category", entry.category())
                .product("product", entry.product())
                .order("order", entry.order())
                .location("shop", entry.shop());
        LocalDate date = normal.date("entryDate", entry.entryDate());
        if (entry.entryDate() == null) {
            normal.problem("entryDate", "must not be empty");
        }
        ZoneId zone = normal.zone("zone", entry.zone());
        if (date != null) {
            happened(date.atStartOfDay(zone == null ? ZoneOffset.UTC : zone).toInstant(), request.receivedAt(), normal);
        }
        return normal.details(new BookEntry(
                        normal.line("book", entry.book(), 100),
                        normal.number("page", entry.page(), 1, 100_000),
                        date,
                        normal.line("typedInBy", entry.typedInBy(), 200)))
                .outcome("text");
    }

    /** East of the zone that is assumed the day begins earlier: an entry of today must not come from the future. */
    private static void happened(Instant startOfDay, Instant receivedAt, Normalisation normal) {
        if (startOfDay.isBefore(EARLIEST)) {
            normal.problem("entryDate", "must not be before the year 2000");
        } else if (startOfDay.isAfter(receivedAt.plus(ONE_DAY))) {
            normal.problem("entryDate", "must not lie ahead");
        } else {
            normal.occurredAt(startOfDay.isBefore(receivedAt) ? startOfDay : receivedAt);
        }
    }

    record Entry(
            @JsonPropertyDescription("Your own id of this entry, the same when it is sent again.") @Nullable
            String entryId,

            @JsonPropertyDescription("Which book, up to 100 characters.") @Nullable
            String book,

            @JsonPropertyDescription("The page of the book, from 1.") @Nullable
            Integer page,

            @JsonProperty(required = true)
            @JsonPropertyDescription(
                    "The date that stands on the page, like 2026-03-01. When we learn it is another matter.")
            @Nullable
            String entryDate,

            @JsonPropertyDescription(
                    "The time zone of the place where the book lies, an IANA name like Europe/Warsaw. UTC, if missing.")
            @Nullable
            String zone,

            @JsonPropertyDescription("The branch where the book lies, up to 200 characters.") @Nullable
            String shop,

            @JsonPropertyDescription("Who typed it in: a name or number of your own.") @Nullable
            String typedInBy,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What the customer wrote, up to 20,000 characters.")
            @Nullable
            String text,

            @JsonPropertyDescription("The customer's name, up to 200 characters.") @Nullable
            String name,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("A phone number, best with its country code.") @Nullable
            String phone,

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
