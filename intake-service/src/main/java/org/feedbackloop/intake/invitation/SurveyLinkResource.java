package org.feedbackloop.intake.invitation;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.access.Doorkeeper;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.JsonBody;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;

/** Makes links for who sends surveys: a newsletter, a shop system after an order. Needs a key that covers surveys. */
@NonBlocking
@Path("/v1/surveys/links")
public class SurveyLinkResource {

    private static final JsonBody<LinkRequest> REQUEST = new JsonBody<>(LinkRequest.class);

    private final Doorkeeper doorkeeper;
    private final Surveys surveys;
    private final SurveyLinks links;
    private final Normaliser normaliser;
    private final Clock clock;
    private final SurveyConfig config;

    SurveyLinkResource(
            Doorkeeper doorkeeper,
            Surveys surveys,
            SurveyLinks links,
            Normaliser normaliser,
            Clock clock,
            SurveyConfig config) {
        this.doorkeeper = doorkeeper;
        this.surveys = surveys;
        this.links = links;
        this.normaliser = normaliser;
        this.clock = clock;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Link make(HttpHeaders headers, byte[] body) {
        Integration integration =
                doorkeeper.admit(doorkeeper.identify(headers.getHeaderString(HttpHeaders.AUTHORIZATION)), 1);
        if (!integration.mayUse(Channel.SURVEY)) {
            throw new Refusal(Problem.of(Kind.CHANNEL_NOT_ALLOWED, "The API key does not cover survey."));
        }
        Invitation invitation = REQUEST.read(
                body,
                request -> request.invitation(surveys, normaliser, clock.instant(), config.validity()),
                problem -> {
                    throw new Refusal(problem);
                });
        String token = links.token(invitation);
        return new Link(config.publicUrl() + "/surveys/" + token, invitation.expiresAt());
    }

    /** @param url leads to the survey; with {@code ?score=} and a number that score is chosen already */
    public record Link(String url, Instant expiresAt) {}
}
