package org.feedbackloop.intake.widget;

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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.access.Visitors;
import org.feedbackloop.intake.channel.JsonBody;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.form.HostedForm;
import org.feedbackloop.intake.form.HostedForms;
import org.feedbackloop.intake.page.PageResource;
import org.feedbackloop.intake.page.PageTokens;
import org.feedbackloop.intake.page.PageTokens.PageToken;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;
import org.feedbackloop.intake.publish.IdempotencyKey;
import org.feedbackloop.intake.publish.Intake;
import org.jspecify.annotations.Nullable;

/** What the widget's script talks to, from somebody else's website. */
@NonBlocking
@Path("/widget/{form}")
@Produces(MediaType.APPLICATION_JSON)
public class WidgetResource extends PageResource {

    private static final JsonBody<WidgetEntry> ENTRY = new JsonBody<>(WidgetEntry.class);

    private final HostedForms forms;
    private final PageTokens tokens;
    private final Visitors visitors;
    private final Intake intake;
    private final Normaliser normaliser;
    private final Clock clock;

    WidgetResource(
            HostedForms forms,
            PageTokens tokens,
            Visitors visitors,
            Intake intake,
            Normaliser normaliser,
            Clock clock) {
        this.forms = forms;
        this.tokens = tokens;
        this.visitors = visitors;
        this.intake = intake;
        this.normaliser = normaliser;
        this.clock = clock;
    }

    @GET
    public Response open(
            @PathParam("form") String name,
            @QueryParam("lang") @Nullable String wanted,
            @QueryParam("after") @Nullable String oldToken,
            HttpHeaders headers) {
        HostedForm form = forms.named(name).orElseThrow(PageResource::missing);
        Instant now = clock.instant();
        boolean isFilled =
                oldToken != null && tokens.read(path(form), oldToken, now).isPresent();
        String token = isFilled ? tokens.makeForFilled(path(form), now) : tokens.make(path(form), now);
        return Response.ok(WidgetOpening.of(form, language(wanted, headers, form.languages()), token))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> send(
            @PathParam("form") String name, HttpHeaders headers, HttpServerRequest client, byte[] body) {
        HostedForm form = forms.named(name).orElseThrow(PageResource::missing);
        visitors.admit(client.remoteAddress().hostAddress());
        WidgetEntry entry = ENTRY.read(body, read -> read, problem -> {
            throw new Refusal(problem);
        });
        Instant now = clock.instant();
        PageToken token = tokens.read(path(form), entry.token() == null ? "" : entry.token(), now)
                .filter(known -> !known.isStale())
                .orElseThrow(WidgetResource::staleToken);
        RawRequest request = new RawRequest(headers::getHeaderString, path(form), body, now);
        return take(form, entry, token, request)
                .thenApply(answer -> answer.fold(ids -> receipt(ids.get(0)), problem -> {
                    throw new Refusal(problem);
                }));
    }

    private CompletableFuture<Answer> take(HostedForm form, WidgetEntry entry, PageToken token, RawRequest request) {
        Integration widget =
                new Integration(path(form).substring(1), form.brand(), Set.of(Channel.WEB_FORM, Channel.CALLBACK));
        if (entry.isTrapped() || token.isTooQuick()) {
            return intake.setAside(SetAside.bot(entry.isTrapped()), entry.channel(), request, widget, trace(request));
        }
        return intake.accept(
                raw -> entry.adapt(normaliser, form, raw.receivedAt()),
                request,
                widget,
                new IdempotencyKey(token.id().toString(), 0),
                trace(request));
    }

    private static Refusal staleToken() {
        return new Refusal(Problem.invalidFeedback(List.of(
                new FieldProblem("token", "must come from the opening of the widget, not more than a day ago"))));
    }

    private static String path(HostedForm form) {
        return "/widget/" + form.name();
    }
}
