package org.feedbackloop.intake.widget;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * Lets the scripts of the configured origins in, and of no others. For the widget's addresses alone: the server's own filter
 * is for all of them, and where a proxy hides our name it would turn away our own forms.
 */
class WidgetWiring {

    private static final int BEFORE_ALL = -100;
    private static final int PREFLIGHT_SECONDS = 3600;

    void admitOrigins(@Observes Router router, WidgetConfig config) {
        router.route("/widget/*")
                .order(BEFORE_ALL)
                .handler(CorsHandler.create()
                        .addOriginsWithRegex(config.origins().orElse(List.of()).stream()
                                .map(Origins::pattern)
                                .toList())
                        .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.POST))
                        .allowedHeader("Content-Type")
                        .exposedHeader("Retry-After")
                        .maxAgeSeconds(PREFLIGHT_SECONDS));
    }
}
