package org.feedbackloop.intake.form;

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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.access.Visitors;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.page.PageResource;
import org.feedbackloop.intake.page.PageTokens;
import org.feedbackloop.intake.page.PageTokens.PageToken;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.Answer;
import org.feedbackloop.intake.publish.IdempotencyKey;
import org.feedbackloop.intake.publish.Intake;
import org.jspecify.annotations.Nullable;

/** The forms. They need no key and no JavaScript; a message that is kept leads on to a page that can be reloaded. */
@NonBlocking
@Path("/forms/{form}")
@Produces(MediaType.TEXT_HTML)
public class FormResource extends PageResource {

    private final HostedForms forms;
    private final PageTokens tokens;
    private final Visitors visitors;
    private final Intake intake;
    private final Normaliser normaliser;
    private final Clock clock;

    FormResource(
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
    public Response show(
            @PathParam("form") String name, @QueryParam("lang") @Nullable String wanted, HttpHeaders headers) {
        HostedForm form = forms.named(name).orElse(null);
        if (form == null) {
            return missing(wanted, headers);
        }
        String token = tokens.make(path(form), clock.instant());
        return html(200, Pages.entry(EntryPage.blank(form, language(wanted, headers, form.languages()), token)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> send(
            @PathParam("form") String name,
            @QueryParam("lang") @Nullable String wanted,
            HttpHeaders headers,
            HttpServerRequest client,
            byte[] body) {
        HostedForm form = forms.named(name).orElse(null);
        if (form == null) {
            return CompletableFuture.completedFuture(missing(wanted, headers));
        }
        PageLanguage language = language(wanted, headers, form.languages());
        FormEntry entry = FormEntry.parse(body);
        Instant now = clock.instant();
        try {
            visitors.admit(client.remoteAddress().hostAddress());
        } catch (Refusal tooMany) {
            return CompletableFuture.completedFuture(
                    html(tooMany, Pages.entry(refused(form, language, entry, tooMany.problem(), now))));
        }
        Optional<PageToken> token = tokens.read(path(form), entry.token(), now);
        if (token.isEmpty() || token.get().isStale()) {
            String fresh = token.isEmpty() ? tokens.make(path(form), now) : tokens.makeForFilled(path(form), now);
            return CompletableFuture.completedFuture(
                    html(400, Pages.entry(EntryPage.toSendAgain(form, language, entry.withToken(fresh), "token"))));
        }
        RawRequest request = new RawRequest(headers::getHeaderString, path(form), body, now);
        return take(form, language, entry, token.get(), request)
                .thenApply(answer -> answer.fold(
                        ids -> seeOther(path(form) + "/thanks?lang=" + language.getTag() + "&ref=" + ids.get(0)),
                        problem -> html(problem.status(), Pages.entry(refused(form, language, entry, problem, now)))));
    }

    @GET
    @Path("thanks")
    public Response thank(
            @PathParam("form") String name,
            @QueryParam("ref") @Nullable String reference,
            @QueryParam("lang") @Nullable String wanted,
            HttpHeaders headers) {
        HostedForm form = forms.named(name).orElse(null);
        if (form == null) {
            return missing(wanted, headers);
        }
        PageLanguage language = language(wanted, headers, form.languages());
        return html(200, Pages.thanks(new ThanksPage(form, language, parsed(reference))));
    }

    private CompletableFuture<Answer> take(
            HostedForm form, PageLanguage language, FormEntry entry, PageToken token, RawRequest request) {
        Integration page = new Integration(path(form).substring(1), form.brand(), Set.of(Channel.WEB_FORM));
        if (entry.isTrapped() || token.isTooQuick()) {
            // A machine that is told so is changed until it is not.
            return intake.setAside(SetAside.bot(entry.isTrapped()), Channel.WEB_FORM, request, page, trace(request));
        }
        return intake.accept(
                raw -> entry.adapt(normaliser, form, language, raw.receivedAt()),
                request,
                page,
                new IdempotencyKey(token.id().toString(), 0),
                trace(request));
    }

    private EntryPage refused(HostedForm form, PageLanguage language, FormEntry entry, Problem problem, Instant now) {
        return EntryPage.refused(form, language, entry, problem, tokens.makeForFilled(path(form), now));
    }

    private static String path(HostedForm form) {
        return "/forms/" + form.name();
    }

    private static FeedbackId parsed(@Nullable String reference) {
        try {
            return FeedbackId.parse(reference == null ? "" : reference);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.of(Kind.NOT_FOUND, "There is no such reference number."));
        }
    }

    @CheckedTemplate(basePath = "form")
    static class Pages {

        static native TemplateInstance entry(EntryPage page);

        static native TemplateInstance thanks(ThanksPage page);
    }
}
