package org.feedbackloop.routing.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.feedbackloop.routing.problem.Problem.Kind;
import org.feedbackloop.routing.rules.RulesNotRead;
import org.feedbackloop.routing.rules.RulesRefused;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an answer. */
class ProblemWiring {

    private static final Logger LOG = Logger.getLogger(ProblemWiring.class);

    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        return answer(refusal.problem(), uri).build();
    }

    @ServerExceptionMapper
    Response rulesRefused(RulesRefused refused, UriInfo uri) {
        return answer(Problem.invalidRules(refused), uri).build();
    }

    @ServerExceptionMapper
    Response rulesNotRead(RulesNotRead e, UriInfo uri) {
        return answer(
                        Problem.of(
                                Kind.UNAVAILABLE,
                                "This replica does not know yet which rules are live: the broker is away."),
                        uri)
                .build();
    }

    /** The framework would answer this one itself, before {@link #refusedByFramework} is asked. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return answer(unreadable(e), uri).build();
    }

    /** What the framework itself turns away: unreadable bodies, unknown addresses, methods, media types. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e, UriInfo uri) {
        Response original = e.getResponse();
        if (original.getStatus() >= 500) {
            return failed(e, uri);
        }
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return answer(unreadable(unreadable), uri).build();
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
        return answer(Problem.of(Kind.UNEXPECTED, "The failure has been noted. Trying again may help."), uri)
                .build();
    }

    private static ResponseBuilder answer(Problem problem, UriInfo uri) {
        ResponseBuilder answer = Response.status(problem.kind().status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(problem, uri.getRequestUri().getRawPath()));
        return switch (problem.kind()) {
            case UNAUTHORIZED -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case UNAVAILABLE, TOO_MANY_AT_ONCE -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> answer;
        };
    }

    /** Says where and what was expected. What Jackson says would quote the body. */
    private static Problem unreadable(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || e.getCause() instanceof StreamReadException) {
            return Problem.of(Kind.BAD_REQUEST, "The body is not JSON.");
        }
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
        return Problem.invalidStatement(path, reason(mapping));
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "must be one of "
                    + Arrays.stream(format.getTargetType().getFields())
                            .filter(Field::isEnumConstant)
                            .map(ProblemWiring::onTheWire)
                            .collect(Collectors.joining(", "));
        }
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException || cause instanceof NullPointerException
                ? String.valueOf(cause.getMessage())
                : "is not of the expected type";
    }

    private static String onTheWire(Field constant) {
        JsonProperty name = constant.getAnnotation(JsonProperty.class);
        return name == null ? constant.getName().toLowerCase(Locale.ROOT) : name.value();
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(Kind.NOT_FOUND, "No such address. The OpenAPI document at /q/openapi lists all.");
            case 405 -> Problem.of(Kind.METHOD_NOT_ALLOWED, "See the header Allow.");
            case 406 -> Problem.of(Kind.NOT_ACCEPTABLE, "See the OpenAPI document at /q/openapi for what is given.");
            case 413 -> Problem.of(Kind.TOO_LARGE, "Nothing that is taken here is that long.");
            case 415 ->
                Problem.of(
                        Kind.UNSUPPORTED_MEDIA_TYPE,
                        "Feedback is taken as application/json, rules are taken as application/yaml.");
            default -> Problem.of(Kind.BAD_REQUEST, "The request is not formed as HTTP asks for.");
        };
    }
}
