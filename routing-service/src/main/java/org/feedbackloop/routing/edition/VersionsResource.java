package org.feedbackloop.routing.edition;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.feedbackloop.routing.access.Writers;
import org.feedbackloop.routing.edition.RulesPublisher.Wish;
import org.feedbackloop.routing.problem.Problem;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.problem.Refusal;
import org.feedbackloop.routing.rules.RulesDocument;
import org.jspecify.annotations.Nullable;

/** What the rules were, and the way back to them. */
@Path("/v1/rules/versions")
public class VersionsResource {

    private final LiveRules rules;
    private final RulesPublisher publisher;
    private final Writers writers;

    VersionsResource(LiveRules rules, RulesPublisher publisher, Writers writers) {
        this.rules = rules;
        this.publisher = publisher;
        this.writers = writers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "All editions of the rules",
            description =
                    "Every edition that was ever live, the newest first. A version that was restored is there again.")
    @APIResponse(responseCode = "200", description = "The editions")
    public List<EditionView> list() {
        return EditionView.of(rules.standing());
    }

    @GET
    @Path("/{version}")
    @Produces(RulesBody.YAML)
    @Operation(summary = "The rules as they were", description = "The document of a version, as its author wrote it.")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(mediaType = RulesBody.YAML))
    @APIResponse(responseCode = "404", description = "There is no such version", content = @Content)
    public Response text(@PathParam("version") String version) {
        return Response.ok(edition(version).text()).tag(new EntityTag(version)).build();
    }

    @POST
    @Path("/{version}/restore")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Go back to earlier rules",
            description = "Makes the document of a version live again, as a new edition. Like PUT /v1/rules otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "These rules are live. The ETag is their version",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    @APIResponse(responseCode = "401", description = "No key, or one that is not known", content = @Content)
    @APIResponse(responseCode = "403", description = "No key has been agreed for this service", content = @Content)
    @APIResponse(responseCode = "404", description = "There is no such version", content = @Content)
    @APIResponse(
            responseCode = "412",
            description = "The newest rules are others than those named in If-Match, or became so a moment before",
            content = @Content)
    @APIResponse(
            responseCode = "422",
            description = "This version of the service no longer understands that version of the rules",
            content = @Content)
    @APIResponse(responseCode = "428", description = "If-Match is missing", content = @Content)
    @APIResponse(responseCode = "503", description = "The broker has not told in time", content = @Content)
    public Response restore(
            @PathParam("version") String version,
            @Parameter(description = "The ETag of the rules that shall go", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "Who goes back; the beginning of the key's hash is told in any case")
                    @QueryParam("author")
                    @Nullable
                    String author,
            @Parameter(description = "Why, in a sentence") @QueryParam("note") @Nullable String note) {
        String writer = writers.admit(authorization);
        IfMatch condition = IfMatch.of(ifMatch);
        RulesDocument document = RulesDocument.parse(edition(version).text());
        Wish wish = new Wish(document, RulesBody.author(author, writer), RulesBody.note(note), version);
        return RulesResource.answer(publisher.change(wish, condition));
    }

    private Edition edition(String version) {
        return rules.standing()
                .edition(version)
                .orElseThrow(() -> new Refusal(Problem.of(
                        Kind.NOT_FOUND, "There is no such version of the rules; GET /v1/rules/versions lists all.")));
    }
}
