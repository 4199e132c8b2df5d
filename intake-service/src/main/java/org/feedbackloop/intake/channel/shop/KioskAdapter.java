package org.feedbackloop.intake.channel.shop;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.Terminal;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * A smiley or some stars, pressed at a terminal in a shop. Terminals have three faces, four or five; we keep five, so that shops
 * can be compared.
 */
@SelfWiring
public final class KioskAdapter extends TypedAdapter<KioskAdapter.Press> {

    private static final String SMILEY = RatingScale.SMILEY.wireName();
    private static final int FACES = 5;

    private final Normaliser normaliser;

    public KioskAdapter(Normaliser normaliser) {
        super("kiosk", Press.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Press press, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.KIOSK)
                .messageId("answerId", press.answerId())
                .occurredAt("answeredAt", press.answeredAt())
                .customerNumber("customerNumber", press.customerNumber())
                .email("email", press.email())
                .phone("phone", press.phone())
                .text("comment", press.comment())
                .language("language", press.language())
                .category("category", press.category())
                .product("product", press.product());
        if (press.score() != null || press.scale() != null || press.faces() != null) {
            rate(press, normal);
        }
        return place(press, normal).outcome("score");
    }

    private static void rate(Press press, Normalisation normal) {
        String scale = press.scale() == null ? SMILEY : press.scale();
        if (!scale.equals(SMILEY)) {
            if (press.faces() != null) {
                normal.problem("faces", "must be missing where the scale is not smiley");
            }
            normal.rating("scale", scale, "score", press.score());
            return;
        }
        Integer faces =
                press.faces() == null ? Integer.valueOf(FACES) : normal.number("faces", press.faces(), 2, FACES);
        if (faces != null) {
            Integer face = normal.number("score", press.score(), 1, faces);
            if (face != null || press.score() == null) {
                normal.rating("scale", scale, "score", face == null ? null : ofFive(face, faces));
            }
        }
    }

    /** The worst and the best keep their places, the others are spread between: of four faces the third is the fourth of five. */
    private static int ofFive(int face, int faces) {
        return 1 + (int) Math.round((face - 1) * (FACES - 1.0) / (faces - 1));
    }

    private static Normalisation place(Press press, Normalisation normal) {
        String shop = normal.line("shop", press.shop(), 100);
        String terminal = normal.line("terminal", press.terminal(), 90);
        String both = Stream.of(shop, terminal).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return normal.location("shop", both)
                .details(new Terminal(shop, terminal, normal.line("question", press.question(), 500)));
    }

    record Press(
            @JsonPropertyDescription("The terminal's own id of this answer, the same when it is sent again.") @Nullable
            String answerId,

            @JsonPropertyDescription("When it was pressed, with offset (RFC 3339). Now, if missing.") @Nullable
            String answeredAt,

            @JsonPropertyDescription("The branch, up to 100 characters.") @Nullable
            String shop,

            @JsonPropertyDescription("Its name or number in the shop, up to 90 characters.") @Nullable
            String terminal,

            @JsonPropertyDescription("What the terminal asked, up to 500 characters.") @Nullable
            String question,

            @JsonPropertyDescription("smiley, stars, csat (each from 1) or nps (from 0). smiley, if missing.") @Nullable
            String scale,

            @JsonPropertyDescription("How many smileys the terminal shows: 2 to 5. 5, if missing.") @Nullable
            Integer faces,

            @JsonPropertyDescription("What was pressed: the worst is 1, and 0 on the scale nps.") @Nullable
            Integer score,

            @JsonPropertyDescription("What the customer typed besides, up to 20,000 characters.") @Nullable
            String comment,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("An e-mail address.") @Nullable
            String email,

            @JsonPropertyDescription("A phone number, best with its country code.") @Nullable
            String phone,

            @JsonPropertyDescription("A language tag after BCP 47, for example fa or en-GB. A hint, not a verdict.")
            @Nullable
            String language,

            @JsonPropertyDescription("A path in the product tree, for example billing/invoice.") @Nullable
            String category,

            @JsonPropertyDescription("Your own name or number of the product.") @Nullable
            String product) {}
}
