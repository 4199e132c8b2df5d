package org.feedbackloop.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.feedbackloop.delivery.TraceContext;
import org.feedbackloop.event.CloudEvents;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** How pages are answered, whatever they are for. */
public abstract class PageResource {

    /** Nothing on these pages comes from elsewhere, and no script or style stands in the page itself. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** For visitors who came to an address that belongs to no brand. */
    private static final String NO_BRAND = "Feedback Loop";

    protected static PageLanguage language(@Nullable String wanted, HttpHeaders headers, List<PageLanguage> offered) {
        return PageLanguage.choose(wanted, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), offered);
    }

    protected static Response html(int status, TemplateInstance page) {
        return builder(status, page).build();
    }

    /** A page that tells how to mend or send again what was refused. */
    protected static Response html(Refusal refusal, TemplateInstance page) {
        Response.ResponseBuilder answer = builder(refusal.problem().status(), page);
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    /** A page for who reads pages, a problem document for everybody else. */
    protected static Response notice(Refusal refusal, HttpHeaders headers, NoticePage page) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML)) {
            throw refusal;
        }
        return html(refusal, Notices.notice(page));
    }

    protected static Response missing(@Nullable String wanted, HttpHeaders headers) {
        List<PageLanguage> all = List.of(PageLanguage.values());
        return notice(missing(), headers, new NoticePage(language(wanted, headers, all), NO_BRAND, all, "missing"));
    }

    protected static Refusal missing() {
        return new Refusal(Problem.of(Kind.NOT_FOUND, "There is no such page."));
    }

    /** The trace that a visit belongs to, in a span of ours. */
    protected static @Nullable String trace(HttpHeaders headers) {
        return TraceContext.receivedBy("intake-service", headers.getHeaderString(CloudEvents.TRACEPARENT));
    }

    /** The same where the headers are no longer at hand. */
    protected static @Nullable String trace(RawRequest request) {
        return TraceContext.receivedBy("intake-service", request.header(CloudEvents.TRACEPARENT));
    }

    protected static Response seeOther(String pathAndQuery) {
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, pathAndQuery)
                .build();
    }

    /** For scripts of ours that have sent something. */
    protected static Response receipt(FeedbackId id) {
        return Response.accepted("{\"feedbackId\":\"" + id + "\",\"status\":\"accepted\"}")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response.ResponseBuilder builder(int status, TemplateInstance page) {
        Response.ResponseBuilder answer = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return status == Kind.NOT_ACKNOWLEDGED.status()
                ? answer.header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS)
                : answer;
    }

    @CheckedTemplate(basePath = "page")
    static class Notices {

        static native TemplateInstance notice(NoticePage page);
    }
}
