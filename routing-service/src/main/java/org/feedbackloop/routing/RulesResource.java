package org.feedbackloop.routing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.feedbackloop.routing.rules.RulesDocument;

/** The live rules, to be read. */
@Path("/v1/rules")
public class RulesResource {

    private final RulesDocument rules;

    RulesResource(RulesDocument rules) {
        this.rules = rules;
    }

    @GET
    @Produces("application/yaml")
    @Operation(
            summary = "The rules that feedback is routed by",
            description = "The document as its author wrote it. Its version is the ETag, and stands in every decision.")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "The version named in If-None-Match is the live one")
    public Response live(@Context Request request) {
        EntityTag version = new EntityTag(rules.version());
        ResponseBuilder unchanged = request.evaluatePreconditions(version);
        return unchanged == null
                ? Response.ok(rules.text()).tag(version).build()
                : unchanged.tag(version).build();
    }
}
