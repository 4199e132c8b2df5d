package org.feedbackloop.intake.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.access.Visitors;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.page.NoticePage;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.page.PageResource;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;
import org.feedbackloop.intake.publish.IdempotencyKey;
import org.feedbackloop.intake.publish.Intake;
import org.jspecify.annotations.Nullable;

/** Where survey links lead. To look at one changes nothing; only a POST answers. */
@NonBlocking
@Path("/surveys/{token}")
public class InvitationResource extends PageResource {

    private final Surveys surveys;
    private final SurveyLinks links;
    private final Visitors visitors;
    private final Intake intake;
    private final Normaliser normaliser;
    private final Clock clock;

    InvitationResource(
            Surveys surveys, SurveyLinks links, Visitors visitors, Intake intake, Normaliser normaliser, Clock clock) {
        this.surveys = surveys;
        this.links = links;
        this.visitors = visitors;
        this.intake = intake;
        this.normaliser = normaliser;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @PathParam("token") String token,
            @QueryParam("score") @Nullable String score,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("lang") @Nullable String wanted,
            HttpHeaders headers) {
        Guest guest = guest(token);
        if (guest == null) {
            return missing(wanted, headers);
        }
        PageLanguage language = guest.language(wanted, headers);
        if (guest.invitation().isOver(clock.instant())) {
            return closed(guest, language, headers);
        }
        SurveyPage page = stage != null && Set.of("more", "already", "done").contains(stage)
                ? SurveyPage.thanking(guest.survey(), token, language, stage)
                : SurveyPage.asking(guest.survey(), token, language, number(score));
        return html(200, Pages.survey(page));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public CompletionStage<Response> send(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String wanted,
            HttpHeaders headers,
            HttpServerRequest client,
            byte[] body) {
        Guest guest = guest(token);
        if (guest == null) {
            return CompletableFuture.completedFuture(missing(wanted, headers));
        }
        PageLanguage language = guest.language(wanted, headers);
        Survey survey = guest.survey();
        if (guest.invitation().isOver(clock.instant())) {
            return CompletableFuture.completedFuture(closed(guest, language, headers));
        }
        Reply reply = Reply.parse(body);
        try {
            visitors.admit(client.remoteAddress().hostAddress());
        } catch (Refusal tooMany) {
            SurveyPage page = SurveyPage.again(survey, token, language, reply, "busy");
            return CompletableFuture.completedFuture(html(tooMany, Pages.survey(page)));
        }
        String next = "/surveys/" + token + "?lang=" + language.getTag() + "&stage=";
        return take(guest, token, language, reply, headers)
                .thenApply(answer -> answer.fold(
                        ids -> seeOther(next + (reply.text().isEmpty() ? "more" : "done")),
                        problem -> problem.kind() == Kind.IDEMPOTENCY_KEY_REUSED
                                ? seeOther(next + "already")
                                : html(
                                        problem.status(),
                                        Pages.survey(SurveyPage.again(
                                                survey, token, language, reply, noticeOf(problem.kind(), reply))))));
    }

    /** For the script of the page, which sends what was clicked in the mail. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> sendFromScript(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String wanted,
            HttpHeaders headers,
            HttpServerRequest client,
            byte[] body) {
        Guest guest = guest(token);
        if (guest == null || guest.invitation().isOver(clock.instant())) {
            throw missing();
        }
        visitors.admit(client.remoteAddress().hostAddress());
        return take(guest, token, guest.language(wanted, headers), Reply.parse(body), headers)
                .thenApply(answer -> answer.fold(ids -> receipt(ids.get(0)), problem -> {
                    throw new Refusal(problem);
                }));
    }

    private CompletableFuture<Answer> take(
            Guest guest, String token, PageLanguage language, Reply reply, HttpHeaders headers) {
        Survey survey = guest.survey();
        return intake.accept(
                raw -> reply.adapt(normaliser, survey, guest.invitation(), token, language, raw.receivedAt()),
                new RawRequest(headers::getHeaderString, "/surveys", reply.canonical(), clock.instant()),
                new Integration("surveys/" + survey.name(), survey.brand(), Set.of(Channel.SURVEY)),
                new IdempotencyKey(reply.key(token), 0),
                trace(headers));
    }

    /** Null if the token is none of ours, or its survey is no longer there. */
    private @Nullable Guest guest(String token) {
        Invitation invitation = links.read(token).orElse(null);
        Survey survey =
                invitation == null ? null : surveys.named(invitation.survey()).orElse(null);
        return survey == null || invitation == null ? null : new Guest(survey, invitation);
    }

    private static Response closed(Guest guest, PageLanguage language, HttpHeaders headers) {
        Survey survey = guest.survey();
        return notice(
                missing(), headers, new NoticePage(language, survey.brand(), survey.languages(), "survey.closed"));
    }

    private static String noticeOf(Kind kind, Reply reply) {
        if (kind != Kind.INVALID_FEEDBACK) {
            return "unavailable";
        }
        if (reply.text().isEmpty() && reply.part() == Reply.Part.WORDS) {
            return "message.empty";
        }
        return reply.score() == null && reply.part() == Reply.Part.ANSWER ? "score" : "message.long";
    }

    private static @Nullable Integer number(@Nullable String score) {
        return score != null && score.matches("[0-9]{1,2}") ? Integer.valueOf(score) : null;
    }

    private record Guest(Survey survey, Invitation invitation) {

        /** What the visitor chose on the page, or else what they were written to in, or else what their browser speaks. */
        PageLanguage language(@Nullable String wanted, HttpHeaders headers) {
            String invited = invitation.language();
            String own = invited == null ? null : Locale.forLanguageTag(invited).getLanguage();
            return PageResource.language(wanted == null ? own : wanted, headers, survey.languages());
        }
    }

    @CheckedTemplate(basePath = "invitation")
    static class Pages {

        static native TemplateInstance survey(SurveyPage page);
    }
}
