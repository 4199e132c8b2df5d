package org.feedbackloop.intake.surveyfetch;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What we ask of SurveyMonkey's API. */
@RegisterRestClient(configKey = "surveymonkey")
@Path("/v3/surveys")
interface SurveyMonkeyResource {

    /** @param simple whether questions and answers come in words, beside their ids */
    @GET
    @Path("{survey}/responses/{response}/details")
    @Produces(MediaType.APPLICATION_JSON)
    byte[] details(
            @PathParam("survey") String survey,
            @PathParam("response") String response,
            @QueryParam("simple") boolean simple,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
