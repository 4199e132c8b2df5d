package org.feedbackloop.intake.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an answer. */
class ProblemWiring {

    private static final Logger LOG = Logger.getLogger(ProblemWiring.class);

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        Response.ResponseBuilder answer = builder(refusal.problem(), uri);
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    /** What the framework itself turns away: unknown addresses, methods, media types. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e, UriInfo uri) {
        Response original = e.getResponse();
        if (original.getStatus() >= 500) {
            return failed(e, uri);
        }
        Response.ResponseBuilder answer = builder(problem(original.getStatus()), uri);
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, UriInfo uri) {
        LOG.errorf(e, "request-failed path=%s", uri.getPath());
        return answer(Problem.of(Kind.UNEXPECTED, "The failure has been noted. Trying again may help."), uri);
    }

    /** What the server turns away before the framework sees it: a missing Host, a method that it does not know. */
    void answerForServer(@Observes Router router) {
        router.route().failureHandler(ProblemWiring::answer);
    }

    private static void answer(RoutingContext failed) {
        int status = failed.statusCode();
        if (status < 400 || status >= 500 || failed.response().headWritten()) {
            failed.next();
            return;
        }
        byte[] document =
                ProblemDocument.of(problem(status), failed.request().uri()).json();
        failed.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .end(Buffer.buffer(document));
    }

    private static Response answer(Problem problem, UriInfo uri) {
        return builder(problem, uri).build();
    }

    private static Response.ResponseBuilder builder(Problem problem, UriInfo uri) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(problem, uri.getRequestUri().getRawPath())
                        .json());
        return switch (problem.kind()) {
            case UNKNOWN_KEY -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case NOT_ACKNOWLEDGED -> answer.header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
            default -> answer;
        };
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(Kind.NOT_FOUND, "No such address. The OpenAPI document at /q/openapi lists all.");
            case 405 -> Problem.of(Kind.METHOD_NOT_ALLOWED, "See the header Allow.");
            case 406 -> Problem.of(Kind.NOT_ACCEPTABLE, "The header Accept leaves out what this address answers with.");
            case 415 ->
                Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type names what is not taken here.");
            default -> Problem.of(Kind.BAD_REQUEST, "The request is not formed as HTTP asks for.");
        };
    }
}
