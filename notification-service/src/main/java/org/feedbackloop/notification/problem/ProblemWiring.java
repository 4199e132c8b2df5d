package org.feedbackloop.notification.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import org.feedbackloop.notification.problem.Problem.Kind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where what went wrong becomes an answer. */
class ProblemWiring {

    private static final Logger LOG = Logger.getLogger(ProblemWiring.class);

    /** Seconds. A database that restarts is back within a few. */
    private static final int RETRY_AFTER = 5;

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        return answer(refusal.problem(), uri).build();
    }

    /** What the framework itself turns away: unknown addresses, methods, media types. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e, UriInfo uri) {
        Response original = e.getResponse();
        if (original.getStatus() >= 500) {
            return failed(e, uri);
        }
        ResponseBuilder answer = answer(problem(original.getStatus()), uri);
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, UriInfo uri) {
        LOG.errorf(e, "request-failed path=%s", uri.getPath());
        return comesFromDatabase(e)
                ? answer(Problem.of(Kind.DATABASE_AWAY, "The database does not answer. Try again soon."), uri)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                        .build()
                : answer(Problem.of(Kind.UNEXPECTED, "The failure has been noted. Trying again may help."), uri)
                        .build();
    }

    private static boolean comesFromDatabase(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    private static ResponseBuilder answer(Problem problem, UriInfo uri) {
        return Response.status(problem.kind().status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(problem, uri.getRequestUri().getRawPath()));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(Kind.NOT_FOUND, "No such address. The OpenAPI document at /q/openapi lists all.");
            case 405 -> Problem.of(Kind.METHOD_NOT_ALLOWED, "See the header Allow.");
            case 406 -> Problem.of(Kind.NOT_ACCEPTABLE, "The header Accept leaves out application/json.");
            case 415 -> Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "No address here takes a body.");
            default -> Problem.of(Kind.BAD_REQUEST, "The request is not formed as HTTP asks for.");
        };
    }
}
