package org.feedbackloop.routing.edition;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.feedbackloop.routing.access.Writers;
import org.feedbackloop.routing.edition.RulesPublisher.Wish;
import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.problem.ProblemDocument;
import org.feedbackloop.routing.problem.Refusal;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.RulesRefused;
import org.jspecify.annotations.Nullable;

/** The live rules, to be read and to be changed. */
@Path("/v1/rules")
public class RulesResource {

    private final LiveRules rules;
    private final RulesPublisher publisher;
    private final Writers writers;

    RulesResource(LiveRules rules, RulesPublisher publisher, Writers writers) {
        this.rules = rules;
        this.publisher = publisher;
        this.writers = writers;
    }

    @GET
    @Produces(RulesBody.YAML)
    @Operation(
            summary = "The rules that feedback is routed by",
            description = "The document as its author wrote it. Its version is the ETag, and stands in every decision.")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(mediaType = RulesBody.YAML))
    @APIResponse(responseCode = "304", description = "The version named in If-None-Match is the live one")
    @APIResponse(
            responseCode = "503",
            description = "This replica does not know yet which rules are live",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Response live(@Context Request request) {
        RulesDocument live = rules.standing().document();
        EntityTag version = new EntityTag(live.version());
        ResponseBuilder unchanged = request.evaluatePreconditions(version);
        return unchanged == null
                ? Response.ok(live.text()).tag(version).build()
                : unchanged.tag(version).build();
    }

    @PUT
    @Consumes({RulesBody.YAML, RulesBody.X_YAML, RulesBody.TEXT_YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Route feedback by other rules",
            description =
                    "The document replaces the one named in If-Match, on all replicas within seconds. It is checked "
                            + "as a whole, and whatever is wrong with it is told with its line; then the live rules stay as they "
                            + "are. The rules that are live already are not published again. Up to 500,000 bytes of UTF-8.")
    @RequestBody(required = true, content = @Content(mediaType = RulesBody.YAML))
    @APIResponse(
            responseCode = "200",
            description = "These rules are live. The ETag is their version",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    @APIResponse(responseCode = "401", description = "No key, or one that is not known", content = @Content)
    @APIResponse(responseCode = "403", description = "No key has been agreed for this service", content = @Content)
    @APIResponse(
            responseCode = "412",
            description = "The newest rules are others than those named in If-Match, or became so a moment before",
            content = @Content)
    @APIResponse(responseCode = "413", description = "The document is longer than 500,000 bytes", content = @Content)
    @APIResponse(
            responseCode = "422",
            description = "Something is wrong with the document: see the lines and reasons in invalidParams",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "428", description = "If-Match is missing", content = @Content)
    @APIResponse(
            responseCode = "503",
            description =
                    "The broker has not told in time. Whether the rules became live is not known: look, or send the "
                            + "same again, which changes nothing if they did",
            content = @Content)
    public Response change(
            byte @Nullable [] body,
            @Parameter(description = "The ETag of the rules that these shall replace", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "Who changes them; the beginning of the key's hash is told in any case")
                    @QueryParam("author")
                    @Nullable
                    String author,
            @Parameter(description = "Why, in a sentence") @QueryParam("note") @Nullable String note) {
        String writer = writers.admit(authorization);
        IfMatch condition = IfMatch.of(ifMatch);
        Wish wish = new Wish(RulesBody.document(body), RulesBody.author(author, writer), RulesBody.note(note), null);
        return answer(publisher.change(wish, condition));
    }

    static Response answer(Outcome outcome) {
        return outcome.fold(
                live -> Response.ok(EditionView.of(live.edition(), true))
                        .tag(new EntityTag(live.edition().version()))
                        .build(),
                overtaken -> {
                    throw new Refusal(Problem.of(
                            Kind.RULES_HAVE_CHANGED,
                            "The newest rules are " + overtaken.newest().version()
                                    + ": see whether yours still fit, and name those as what they replace."));
                },
                refused -> {
                    throw new RulesRefused(refused.problems());
                },
                unknown -> {
                    throw new Refusal(Problem.of(
                            Kind.UNAVAILABLE,
                            "The broker has not told in time. Whether the rules became live is not known: look, or send "
                                    + "the same again."));
                });
    }
}
