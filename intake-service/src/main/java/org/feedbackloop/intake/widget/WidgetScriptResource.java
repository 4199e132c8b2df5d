package org.feedbackloop.intake.widget;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Objects;

/** The widget's script. Any page may load it: what it may do there, the page's own policy says, and our list of origins. */
@NonBlocking
@Path("/widget.js")
public class WidgetScriptResource {

    private final byte[] script;

    WidgetScriptResource() throws IOException {
        try (var in = Objects.requireNonNull(WidgetScriptResource.class.getResourceAsStream("/widget/widget.js"))) {
            script = in.readAllBytes();
        }
    }

    @GET
    public Response script() {
        return Response.ok(script, "text/javascript;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
