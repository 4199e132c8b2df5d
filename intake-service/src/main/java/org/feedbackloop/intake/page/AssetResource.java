package org.feedbackloop.intake.page;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.feedbackloop.intake.problem.Problem;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The style and the scripts of the pages. Not static resources of the server: where there is one of those, the server answers
 * unknown addresses itself, without a problem document.
 */
@NonBlocking
@Path("/pages")
public class AssetResource {

    private final Map<String, Asset> assets = Map.of(
            "style.css", Asset.load("style.css", "text/css"),
            "kiosk.js", Asset.load("kiosk.js", "text/javascript"),
            "survey.js", Asset.load("survey.js", "text/javascript"));

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String file) {
        @Nullable Asset asset = assets.get(file);
        if (asset == null) {
            throw new Refusal(Problem.of(Kind.NOT_FOUND, "The pages have no such file."));
        }
        return Response.ok(asset.bytes(), asset.type() + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Asset(String type, byte[] bytes) {

        static Asset load(String file, String type) {
            try (var in = Objects.requireNonNull(AssetResource.class.getResourceAsStream("/page/" + file), file)) {
                return new Asset(type, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
