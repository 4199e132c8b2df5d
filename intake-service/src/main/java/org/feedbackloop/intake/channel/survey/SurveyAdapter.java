package org.feedbackloop.intake.channel.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.channel.SelfWiring;
import org.feedbackloop.intake.channel.TypedAdapter;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.feedbackloop.intake.draft.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * A survey of your own that somebody answered: NPS, CSAT, stars or free text. The comment is the text; where there is none, all
 * answers are, one a line.
 */
@SelfWiring
public final class SurveyAdapter extends TypedAdapter<SurveyAdapter.Response> {

    private static final List<String> KINDS = List.of("nps", "csat", "stars", "free-text");
    private static final int MOST_ANSWERS = 100;
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_ANSWER = 2_000;

    private final Normaliser normaliser;

    public SurveyAdapter(Normaliser normaliser) {
        super("survey", Response.class);
        this.normaliser = normaliser;
    }

    @Override
    protected Adapted adapt(Response response, RawRequest request) {
        Normalisation normal = normaliser
                .begin(request.receivedAt())
                .channel(Channel.SURVEY)
                .messageId("responseId", response.responseId())
                .occurredAt("answeredAt", response.answeredAt())
                .customerName("name", response.name())
                .customerNumber("customerNumber", response.customerNumber())
                .email("email", response.email())
                .phone("phone", response.phone())
                .language("language", response.language())
                .type("type", response.type())
                .category("category", response.category())
                .product("product", response.product())
                .order("order", response.order())
                .page("page", response.page())
                .location("shop", response.shop());
        String kind = normal.oneOf("kind", response.kind(), KINDS);
        if (response.score() != null || response.scale() != null) {
            normal.rating("scale", response.scale() == null ? kind : response.scale(), "score", response.score());
        }
        List<SurveyAnswer.Answer> answers = answers(response, normal);
        if (isThere(response.comment())) {
            normal.text("comment", response.comment());
        } else {
            normal.text(
                    "answers", answers.stream().map(SurveyAnswer.Answer::answer).collect(Collectors.joining("\n")));
        }
        scored(response, normal).ifPresent(scored -> answers.add(0, scored));
        return normal.details(new SurveyAnswer(kind, normal.line("survey", response.survey(), 200), answers))
                .outcome("comment");
    }

    /** What was asked for the score stands among the other answers, and is no part of the text. */
    private static Optional<SurveyAnswer.Answer> scored(Response response, Normalisation normal) {
        String question = normal.line("question", response.question(), LONGEST_QUESTION);
        return question == null || response.score() == null
                ? Optional.empty()
                : Optional.of(new SurveyAnswer.Answer(question, response.score().toString()));
    }

    private static List<SurveyAnswer.Answer> answers(Response response, Normalisation normal) {
        List<SurveyAnswer.Answer> answers = new ArrayList<>();
        each(normal, "answers", response.answers(), MOST_ANSWERS, (name, answer) -> {
            String question = normal.line(name + ".question", answer.question(), LONGEST_QUESTION);
            String said = normal.cleaned(name + ".answer", answer.answer(), LONGEST_ANSWER);
            if (!isThere(answer.question())) {
                normal.problem(name + ".question", "must not be empty");
            }
            if (question != null && said != null) {
                answers.add(new SurveyAnswer.Answer(question, said));
            }
        });
        return answers;
    }

    record Response(
            @JsonPropertyDescription("Your own id of this response, the same when it is sent again.") @Nullable
            String responseId,

            @JsonPropertyDescription("When it was answered, with offset (RFC 3339). Now, if missing.") @Nullable
            String answeredAt,

            @JsonPropertyDescription("Your own name or number of the survey, up to 200 characters.") @Nullable
            String survey,

            @JsonPropertyDescription("nps, csat, stars or free-text.") @Nullable
            String kind,

            @JsonPropertyDescription("nps (0 to 10), csat, stars or smiley (1 to 5). That of the kind, if missing.")
            @Nullable
            String scale,

            @JsonPropertyDescription("The score, on its scale.") @Nullable
            Integer score,

            @JsonPropertyDescription("What the score was asked for with, up to 500 characters.") @Nullable
            String question,

            @JsonPropertyDescription(
                    "What the customer wrote, up to 20,000 characters. All answers, one a line, if missing.")
            @Nullable
            String comment,

            @JsonPropertyDescription("The other questions with their answers, up to 100.") @Nullable
            List<@Nullable Answer> answers,

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
            String order,

            @JsonPropertyDescription("The address of the page that the survey stood on.") @Nullable
            String page,

            @JsonPropertyDescription("The branch that it is about, up to 200 characters.") @Nullable
            String shop) {}

    record Answer(
            @JsonProperty(required = true) @JsonPropertyDescription("What was asked, up to 500 characters.") @Nullable
            String question,

            @JsonProperty(required = true)
            @JsonPropertyDescription(
                    "What was answered, up to 2,000 characters. A question without an answer is left out.")
            @Nullable
            String answer) {}
}
