package org.feedbackloop.bench.camel;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** Listens on {@code QUARKUS_HTTP_PORT} and publishes to {@code KAFKA_BOOTSTRAP_SERVERS}, as its peers do. */
public final class CamelEndpoint {

    /** A post holds a worker until the broker has acknowledged; Vert.x's own twenty would make the others queue. */
    private static final int WORKERS = 64;

    private CamelEndpoint() {}

    public static void main(String[] args) throws Exception {
        var main = new Main();
        main.configure()
                .withJmxEnabled(false)
                .withStreamCachingEnabled(false)
                .withExchangeFactory("pooled")
                .addRoutesBuilder(new FeedbackRoute(System.getenv("KAFKA_BOOTSTRAP_SERVERS")));
        main.bind("vertx", Vertx.vertx(new VertxOptions().setWorkerPoolSize(WORKERS)));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                try {
                    starting.getCamelContext().addService(new VertxPlatformHttpServer(listener()));
                } catch (Exception e) {
                    throw new IllegalStateException("The HTTP server cannot be added", e);
                }
            }
        });
        main.run();
    }

    private static VertxPlatformHttpServerConfiguration listener() {
        var listener = new VertxPlatformHttpServerConfiguration();
        listener.setBindHost("127.0.0.1");
        listener.setBindPort(Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        listener.getBodyHandler().setHandleFileUploads(false);
        return listener;
    }
}
