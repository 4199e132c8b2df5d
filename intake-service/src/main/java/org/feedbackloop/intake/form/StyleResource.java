package org.feedbackloop.intake.form;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Objects;

/**
 * The style of the pages. Not a static resource of the server: where there is one of those, the server answers unknown
 * addresses itself, without a problem document.
 */
@NonBlocking
@Path("/forms/style.css")
public class StyleResource {

    private final byte[] css;

    StyleResource() throws IOException {
        try (var in = Objects.requireNonNull(StyleResource.class.getResourceAsStream("/form/style.css"))) {
            css = in.readAllBytes();
        }
    }

    @GET
    @Produces("text/css")
    public Response style() {
        return Response.ok(css)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
