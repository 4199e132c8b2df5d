package org.feedbackloop.intake.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an answer. */
public class ProblemWiring {

    private static final Logger LOG = Logger.getLogger(ProblemWiring.class);

    private static final Problem UNEXPECTED =
            Problem.of(Kind.UNEXPECTED, "The failure has been noted. Trying again may help.");

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
        return answer(UNEXPECTED, uri);
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
        answer(failed, status);
    }

    /** For what the server's routes turn away as the framework would. */
    public static void answer(RoutingContext exchange, int status) {
        answer(exchange, problem(status), Map.of());
    }

    /** For what goes wrong in the server's routes. */
    public static void answer(RoutingContext exchange, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            answer(exchange, refusal.problem(), refusal.headers());
        } else {
            LOG.errorf(failure, "request-failed path=%s", exchange.request().path());
            answer(exchange, UNEXPECTED, Map.of());
        }
    }

    private static void answer(RoutingContext exchange, Problem problem, Map<String, String> headers) {
        HttpServerResponse response = exchange.response();
        headersOf(problem).forEach(response::putHeader);
        headers.forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .end(Buffer.buffer(
                        ProblemDocument.of(problem, exchange.request().path()).json()));
    }

    private static Map<String, String> headersOf(Problem problem) {
        return switch (problem.kind()) {
            case UNKNOWN_KEY -> Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case BUSY, NOT_ACKNOWLEDGED ->
                Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(Problem.RETRY_AFTER_SECONDS));
            default -> Map.of();
        };
    }

    private static Response answer(Problem problem, UriInfo uri) {
        return builder(problem, uri).build();
    }

    private static Response.ResponseBuilder builder(Problem problem, UriInfo uri) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(problem, uri.getRequestUri().getRawPath())
                        .json());
        headersOf(problem).forEach(answer::header);
        return answer;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 403 ->
                Problem.of(Kind.ORIGIN_NOT_ALLOWED, "The header Origin names a website that is not let in here.");
            case 404 -> Problem.of(Kind.NOT_FOUND, "No such address. The OpenAPI document at /q/openapi lists all.");
            case 405 -> Problem.of(Kind.METHOD_NOT_ALLOWED, "See the header Allow.");
            case 406 -> Problem.of(Kind.NOT_ACCEPTABLE, "The header Accept leaves out what this address answers with.");
            case 415 ->
                Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type names what is not taken here.");
            default -> Problem.of(Kind.BAD_REQUEST, "The request is not formed as HTTP asks for.");
        };
    }
}
