package org.feedbackloop.intake.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.feedbackloop.intake.channel.ChannelAdapters;

/** Puts the channels into the OpenAPI document, as it is when the service starts: which there are is known only then. */
@Singleton
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OpenApiWiring implements OASFilter {

    private final ChannelAdapters channels;

    OpenApiWiring(ChannelAdapters channels) {
        this.channels = channels;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        read(ChannelPaths.document(channels)).getPaths().getPathItems().forEach(api.getPaths()::addPathItem);
    }

    private static OpenAPI read(ObjectNode document) {
        byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(json))
                .build()
                .model();
    }
}
