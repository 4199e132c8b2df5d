package org.feedbackloop.intake.added;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/** The guest book of a hotel: the example of {@code docs/add-a-channel.md}, which nothing else knows of. */
@SelfWiring
public final class GuestBookAdapter extends TypedAdapter<GuestBookAdapter.Entry> {

    private final Normaliser normaliser;

    public GuestBookAdapter(Normaliser normaliser) {
        super("guest-book", Entry.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Entry entry, RawRequest request) {
        return normaliser
                .begin(request.receivedAt())
                .channel(Channel.COMPLAINT_BOOK)
                .messageId("entryId", entry.entryId())
                .occurredAt("writtenAt", entry.writtenAt())
                .customerName("guest", entry.guest())
                .text("text", entry.text())
                .outcome("text");
    }

    record Entry(
            @JsonPropertyDescription("Your own id of this entry, the same when it is sent again.") @Nullable
            String entryId,

            @JsonPropertyDescription("When it was written, with offset (RFC 3339). Now, if missing.") @Nullable
            String writtenAt,

            @JsonPropertyDescription("The guest's name, up to 200 characters.") @Nullable
            String guest,

            @JsonProperty(required = true)
            @JsonPropertyDescription("What the guest wrote, up to 20,000 characters.")
            @Nullable
            String text) {}
}
