package org.feedbackloop.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.feedbackloop.event.v1.About;
import org.feedbackloop.event.v1.ConsentWord;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.event.v1.Obligation;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.routing.access.Writers;
import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.ProblemDocument;
import org.feedbackloop.routing.problem.Refusal;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.rules.RulesDocument;
import org.jspecify.annotations.Nullable;

/** What would be decided, and why. Nothing is published or kept. */
@Path("/v1/explain")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExplainResource {

    private final LiveRouter rules;
    private final Routers routers;
    private final Clock clock;
    private final Writers writers;

    ExplainResource(LiveRouter rules, Routers routers, Clock clock, Writers writers) {
        this.rules = rules;
        this.routers = routers;
        this.clock = clock;
        this.writers = writers;
    }

    @POST
    @Operation(
            summary = "Explain a decision",
            description =
                    "Takes the body that intake-service takes at POST /v1/feedback, the consentWord that it finds in "
                            + "an SMS, and the correctedType of a consultant; what routing does not read is skipped. Due "
                            + "times are counted from now. With a draft in rules, it is what the draft would decide; "
                            + "nothing is changed by that, and it needs a key. Nobody is asked for a second opinion.")
    @APIResponse(
            responseCode = "200",
            description = "The decision with its reasons",
            content = @Content(schema = @Schema(implementation = Explanation.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is no feedback",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "401",
            description = "There is a draft, and no key, or one that is not known",
            content = @Content)
    @APIResponse(
            responseCode = "403",
            description = "There is a draft, and no key has been agreed for this service",
            content = @Content)
    @APIResponse(
            responseCode = "422",
            description = "Something is wrong with the draft: see the lines and reasons in invalidParams",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Explanation explain(
            @Nullable Question question,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (question == null) {
            throw new Refusal(Problem.invalidStatement("", "the body is empty"));
        }
        Statement statement = question.statement();
        String draft = question.rules();
        if (draft == null) {
            return Explanation.of(rules.router().route(statement, clock.instant()));
        }
        // To read a document, and to make a router of it, is work that not everybody may cause.
        writers.admit(authorization);
        Router router = routers.by(RulesDocument.parse(draft));
        return Explanation.of(router.route(statement, clock.instant()));
    }

    /**
     * Feedback as a channel integration would post it, as far as routing reads it. What is not the text has at most 2,000
     * characters each.
     *
     * @param subject the title that a mail or a form has
     * @param text up to 20,000 characters; may be missing beside a rating
     * @param language what the customer's browser or settings say, as a BCP 47 tag
     * @param type what the customer or the channel declares
     * @param rating the score, and of which scale
     * @param about what it is about, as far as the channel knows: page, product, order, category, location, article numbers
     * @param consentWord that it was a word given or taken back, and no feedback
     * @param rules a draft to decide by, YAML, instead of the live rules
     * @param correctedType what a consultant says that it is
     */
    public record Question(
            @Nullable String subject,
            @Nullable String text,
            @Nullable String language,
            @Nullable FeedbackType type,
            @Nullable Rating rating,
            @Nullable About about,
            @Nullable ConsentWord consentWord,
            @Nullable Customer customer,
            @Nullable String rules,
            @Nullable FeedbackType correctedType) {

        private static final int MAX_DETAIL = 2_000;

        Statement statement() {
            String said = text == null ? "" : text;
            if (said.length() > FeedbackReceived.MAX_TEXT) {
                throw new Refusal(Problem.invalidStatement(
                        "text", "is longer than " + FeedbackReceived.MAX_TEXT + " characters"));
            }
            if (said.isBlank() && rating == null) {
                throw new Refusal(Problem.invalidStatement("text", "is missing, and there is no rating either"));
            }
            checkLengths();
            return Statement.of(
                            subject,
                            said,
                            language,
                            type,
                            rating,
                            about == null ? About.NOTHING : about,
                            consentWord,
                            customer == null ? null : customer.customerClass())
                    .correctedTo(correctedType);
        }

        /** What no channel would pass on is not read here either: some of it is compared piece by piece. */
        private void checkLengths() {
            checkLength("subject", subject);
            checkLength("language", language);
            if (about != null) {
                checkLength("about.category", about.category());
                checkLength("about.product", about.product());
                checkLength("about.order", about.order());
                checkLength("about.page", about.page());
                checkLength("about.location", about.location());
                about.skus().forEach(sku -> checkLength("about.skus", sku));
            }
        }

        private static void checkLength(String name, @Nullable String value) {
            if (value != null && value.length() > MAX_DETAIL) {
                throw new Refusal(Problem.invalidStatement(name, "is longer than " + MAX_DETAIL + " characters"));
            }
        }
    }

    /** Who said it, as far as routing reads it. */
    public record Customer(@JsonProperty("class") @Nullable CustomerClass customerClass) {}

    /** A decision as it is told to people. The fields are those of {@code feedback.routed.v1}. */
    public record Explanation(
            String language,
            FeedbackType type,
            String category,
            String queue,
            Priority priority,
            @Nullable Obligation obligation,
            @Nullable FeedbackType secondaryType,
            @Nullable Obligation secondaryObligation,
            String rulesVersion,
            List<Finding> findings,
            boolean supervisor,
            @Nullable String overflowFrom) {

        static Explanation of(Routing routing) {
            Queue overflowFrom = routing.overflowFrom();
            return new Explanation(
                    routing.language().code(),
                    routing.type(),
                    routing.category(),
                    routing.queue().name(),
                    routing.priority(),
                    routing.obligation(),
                    routing.secondaryType(),
                    routing.secondaryObligation(),
                    routing.rulesVersion(),
                    routing.findings(),
                    routing.supervisor(),
                    overflowFrom == null ? null : overflowFrom.name());
        }
    }
}
