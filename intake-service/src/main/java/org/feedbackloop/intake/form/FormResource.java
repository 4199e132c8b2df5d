package org.feedbackloop.intake.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.IdempotencyKey;
import org.feedbackloop.intake.publish.Intake;
import org.jspecify.annotations.Nullable;

/** The contact form. Needs no key and no JavaScript; a message that is kept leads on to a page that can be reloaded. */
@NonBlocking
@Path("/forms")
@Produces(MediaType.TEXT_HTML)
public class FormResource {

    private static final String PATH = "/forms/contact";

    /** Nothing on these pages comes from elsewhere or runs. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Intake intake;
    private final Normaliser normaliser;
    private final Clock clock;
    private final Integration page;

    FormResource(Intake intake, Normaliser normaliser, Clock clock, FormConfig config) {
        this.intake = intake;
        this.normaliser = normaliser;
        this.clock = clock;
        this.page = new Integration("forms/contact", config.brand(), Set.of(Channel.WEB_FORM));
    }

    @GET
    @Path("contact")
    public Response show(@QueryParam("lang") @Nullable String wanted, HttpHeaders headers) {
        return html(200, Pages.contact(ContactPage.blank(language(wanted, headers), page.brand())));
    }

    @POST
    @Path("contact")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> send(
            @QueryParam("lang") @Nullable String wanted, HttpHeaders headers, byte[] body) {
        FormLanguage language = language(wanted, headers);
        FormEntry entry = FormEntry.parse(body);
        if (!entry.hasToken()) {
            return CompletableFuture.completedFuture(html(
                    400,
                    Pages.contact(ContactPage.toSendAgain(language, page.brand(), entry.withNewToken(), "token"))));
        }
        RawRequest request = new RawRequest(headers::getHeaderString, PATH, body, clock.instant());
        return intake.accept(
                        raw -> entry.adapt(normaliser, language, raw.receivedAt()),
                        request,
                        page,
                        new IdempotencyKey(entry.token(), 0),
                        TraceContext.receivedBy("intake-service", headers.getHeaderString(CloudEvents.TRACEPARENT)))
                .thenApply(answer ->
                        answer.fold(ids -> thanks(ids.get(0), language), problem -> again(language, entry, problem)));
    }

    @GET
    @Path("contact/thanks")
    public Response thank(
            @QueryParam("ref") @Nullable String reference,
            @QueryParam("lang") @Nullable String wanted,
            HttpHeaders headers) {
        return html(200, Pages.thanks(new ThanksPage(language(wanted, headers), page.brand(), parsed(reference))));
    }

    private static Response thanks(FeedbackId id, FormLanguage language) {
        String thanks = PATH + "/thanks?lang=" + language.getTag() + "&ref=" + id;
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, thanks)
                .build();
    }

    private Response again(FormLanguage language, FormEntry entry, Problem problem) {
        return html(problem.status(), Pages.contact(ContactPage.refused(language, page.brand(), entry, problem)));
    }

    private static FormLanguage language(@Nullable String wanted, HttpHeaders headers) {
        return FormLanguage.choose(wanted, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static FeedbackId parsed(@Nullable String reference) {
        try {
            return FeedbackId.parse(reference == null ? "" : reference);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.of(Kind.NOT_FOUND, "There is no such reference number."));
        }
    }

    private static Response html(int status, TemplateInstance page) {
        Response.ResponseBuilder answer = Response.status(status)
                .entity(page.render())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return status == Kind.NOT_ACKNOWLEDGED.status()
                ? answer.header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS)
                        .build()
                : answer.build();
    }

    @CheckedTemplate(basePath = "form")
    static class Pages {

        static native TemplateInstance contact(ContactPage page);

        static native TemplateInstance thanks(ThanksPage page);
    }
}
