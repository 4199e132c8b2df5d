package org.feedbackloop.routing.edition;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.feedbackloop.routing.access.Writers;
import org.feedbackloop.routing.problem.ProblemDocument;
import org.feedbackloop.routing.rules.Contents;
import org.jspecify.annotations.Nullable;

/** What helps to write rules, and changes nothing. */
@Path("/v1/rules")
public class CheckResource {

    private static final String SCHEMA = "/rules.schema.json";

    private final Writers writers;

    CheckResource(Writers writers) {
        this.writers = writers;
    }

    @POST
    @Path("/check")
    @Consumes({RulesBody.YAML, RulesBody.X_YAML, RulesBody.TEXT_YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "See whether rules are sound",
            description = "What a document holds, and what in it may not be meant so; or all that is wrong with it.")
    @RequestBody(required = true, content = @Content(mediaType = RulesBody.YAML))
    @APIResponse(
            responseCode = "200",
            description = "It is sound",
            content = @Content(schema = @Schema(implementation = Contents.class)))
    @APIResponse(responseCode = "401", description = "No key, or one that is not known", content = @Content)
    @APIResponse(responseCode = "403", description = "No key has been agreed for this service", content = @Content)
    @APIResponse(responseCode = "413", description = "The document is longer than 500,000 bytes", content = @Content)
    @APIResponse(
            responseCode = "422",
            description = "Something is wrong with it: see the lines and reasons in invalidParams",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Contents check(
            byte @Nullable [] body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        writers.admit(authorization);
        return Contents.of(RulesBody.document(body));
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @Operation(
            summary = "What a rules document may hold",
            description = "A JSON Schema, for editors that complete and check while one writes.")
    @APIResponse(responseCode = "200", description = "The schema", content = @Content)
    public Response schema() {
        InputStream schema = Objects.requireNonNull(CheckResource.class.getResourceAsStream(SCHEMA), SCHEMA);
        return Response.ok(schema).build();
    }
}
