package org.feedbackloop.routing.backtest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.feedbackloop.routing.LiveRouter;
import org.feedbackloop.routing.Routers;
import org.feedbackloop.routing.access.Writers;
import org.feedbackloop.routing.edition.RulesBody;
import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.Problem.InvalidParam;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.problem.ProblemDocument;
import org.feedbackloop.routing.problem.Refusal;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** What a draft of the rules would change, tried on real feedback before it is live. */
@Path("/v1/rules/backtest")
public class BacktestResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 90;
    private static final int USUAL_EVENTS = 100_000;
    private static final int MOST_EVENTS = 1_000_000;

    private final LiveRouter live;
    private final Routers routers;
    private final Backtests backtests;
    private final Writers writers;

    BacktestResource(LiveRouter live, Routers routers, Backtests backtests, Writers writers) {
        this.live = live;
        this.routers = routers;
        this.backtests = backtests;
        this.writers = writers;
    }

    @POST
    @Consumes({RulesBody.YAML, RulesBody.X_YAML, RulesBody.TEXT_YAML})
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Try rules on what customers have said",
            description =
                    "Routes the feedback of the last days once more, by the live rules and by the draft, and tells what "
                            + "would move. Lines of JSON: how far it has come, every now and then; the last one has the result, or "
                            + "why there is none. Nothing is changed by it. Hang up to end it.")
    @RequestBody(required = true, content = @Content(mediaType = RulesBody.YAML))
    @APIResponse(
            responseCode = "200",
            description = "One BacktestLine a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BacktestLine.class)))
    @APIResponse(responseCode = "400", description = "A parameter is out of its range", content = @Content)
    @APIResponse(responseCode = "401", description = "No key, or one that is not known", content = @Content)
    @APIResponse(responseCode = "403", description = "No key has been agreed for this service", content = @Content)
    @APIResponse(responseCode = "413", description = "The document is longer than 500,000 bytes", content = @Content)
    @APIResponse(
            responseCode = "422",
            description = "Something is wrong with the draft: see the lines and reasons in invalidParams",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "429", description = "As many run already as may run at once", content = @Content)
    @APIResponse(responseCode = "503", description = "The broker does not answer", content = @Content)
    public Multi<BacktestLine> backtest(
            byte @Nullable [] body,
            @Parameter(
                            description = "How many days back, 1 to 90",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "7"))
                    @QueryParam("days")
                    @Nullable
                    String days,
            @Parameter(
                            description = "At most so many feedbacks, the newest; 1 to 1,000,000",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100000"))
                    @QueryParam("most")
                    @Nullable
                    String most,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        writers.admit(authorization);
        Duration back = Duration.ofDays(number("days", days, USUAL_DAYS, MOST_DAYS));
        int atMost = number("most", most, USUAL_EVENTS, MOST_EVENTS);
        var draft = routers.by(RulesBody.document(body));
        // Begins once somebody listens: who has gone by then would keep a turn and a connection for ever.
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Backtest backtest = backtests.begin(live.router(), draft, back, atMost);
                            emitter.onTermination(backtest::cancel);
                            backtests.run(backtest, emitter::emit, emitter::fail, emitter::complete);
                        },
                        BackPressureStrategy.BUFFER);
    }

    private static int number(String name, @Nullable String given, int usual, int most) {
        if (given == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like any other that is none of these.
        }
        throw new Refusal(new Problem(
                Kind.BAD_REQUEST,
                "A parameter is not as it must be.",
                List.of(new InvalidParam(name, "must be a number from 1 to " + most, null))));
    }
}
