package org.feedbackloop.intake.channel.call;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.IvrCall;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * What a caller told a machine, by keys or by voice. The words are the text; where keys were pressed it is what the key stands
 * for, else the way through the menus, and the keys themselves where nothing else is told.
 */
@SelfWiring
public final class IvrAdapter extends TypedAdapter<IvrAdapter.Choice> {

    private static final int MOST_MENUS = 20;
    private static final Pattern KEYS = Pattern.compile("[0-9*#]+");

    private final Normaliser normaliser;

    public IvrAdapter(Normaliser normaliser) {
        super("ivr", Choice.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Choice choice, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.IVR)
                .messageId("choiceId", choice.choiceId())
                .conversation("callId", choice.callId())
                .occurredAt("chosenAt", choice.chosenAt())
                .customerNumber("customerNumber", choice.customerNumber())
                .phone("callerNumber", choice.callerNumber())
                .language("language", choice.language())
                .type("type", choice.type())
                .category("category", choice.category())
                .product("product", choice.product())
                .order("order", choice.order());
        List<String> menuPath = menuPath(choice.menuPath(), normal);
        if (choice.scale() != null || choice.score() != null) {
            normal.rating("scale", choice.scale(), "score", choice.score());
        }
        return text(choice, menuPath, normal)
                .details(details(choice, menuPath, normal))
                .outcome("speech");
    }

    private static List<String> menuPath(@Nullable List<@Nullable String> menus, Normalisation normal) {
        List<String> path = new ArrayList<>();
        each(normal, "menuPath", menus, MOST_MENUS, (name, menu) -> {
            String line = normal.line(name, menu, 100);
            if (line != null) {
                path.add(line);
            }
        });
        return path;
    }

    private static Normalisation text(Choice choice, List<String> menuPath, Normalisation normal) {
        if (isThere(choice.speech())) {
            return normal.text("speech", choice.speech());
        }
        if (isThere(choice.meaning())) {
            return normal.text("meaning", choice.meaning());
        }
        if (choice.score() != null) {
            return normal;
        }
        return menuPath.isEmpty()
                ? normal.text("digits", choice.digits())
                : normal.text("menuPath", String.join(" > ", menuPath));
    }

    private static IvrCall details(Choice choice, List<String> menuPath, Normalisation normal) {
        String digits = normal.line("digits", choice.digits(), 50);
        if (digits != null && !KEYS.matcher(digits).matches()) {
            normal.problem("digits", "must be digits, * and #");
        }
        Integer percent = normal.number("speechConfidencePercent", choice.speechConfidencePercent(), 0, 100);
        return new IvrCall(
                menuPath,
                digits,
                normal.line("calledLine", choice.calledLine(), 100),
                percent == null ? null : percent / 100.0);
    }

    record Choice(
            @JsonPropertyDescription("Your own id of this choice, the same when it is sent again.") @Nullable
            String choiceId,

            @JsonPropertyDescription("Your own id of the call, the same for all choices in it.") @Nullable
            String callId,

            @JsonPropertyDescription(
                    "When the caller pressed the keys or spoke, with offset (RFC 3339). Now, if missing.")
            @Nullable
            String chosenAt,

            @JsonPropertyDescription("The number that the customer called from, best with its country code.") @Nullable
            String callerNumber,

            @JsonPropertyDescription("Your own number for this customer, up to 100 characters.") @Nullable
            String customerNumber,

            @JsonPropertyDescription("The number or name of the line that was called.") @Nullable
            String calledLine,

            @JsonPropertyDescription("The menus that the caller went through, outermost first, up to 20.") @Nullable
            List<@Nullable String> menuPath,

            @JsonPropertyDescription("The keys pressed last: up to 50 digits, * and #.") @Nullable
            String digits,

            @JsonPropertyDescription("What these keys stand for, as the menu says it.") @Nullable
            String meaning,

            @JsonPropertyDescription("What the caller said, up to 20,000 characters.") @Nullable
            String speech,

            @JsonPropertyDescription("How sure the machine is of the words, 0 to 100.") @Nullable
            Integer speechConfidencePercent,

            @JsonPropertyDescription("Where the menu asked for a score: nps (0 to 10), csat, stars or smiley (1 to 5).")
            @Nullable
            String scale,

            @JsonPropertyDescription("The score, on its scale.") @Nullable
            Integer score,

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
