package org.feedbackloop.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the four services, or another replica of it, run from its jar. */
public final class Service extends Part {

    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);

    private final ServiceName service;
    private final int replica;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(HEALTH_LIMIT).build();

    Service(ServiceName service, Site site) {
        this(service, 1, site);
    }

    /** @param replica 1 for the one that every stack has */
    Service(ServiceName service, int replica, Site site) {
        super(replica == 1 ? service.id() : service.id() + "-" + replica, site);
        this.service = service;
        this.replica = replica;
    }

    /** Where its API is, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + apiPort());
    }

    /** Where its health and metrics are, without a slash at the end. */
    public URI managementUri() {
        return URI.create("http://127.0.0.1:" + managementPort());
    }

    @Override
    public String address() {
        return uri().toString();
    }

    @Override
    List<Integer> listensOn() {
        return List.of(apiPort(), managementPort());
    }

    @Override
    List<String> command() {
        Jdk jdk = Jdk.newest();
        // Without a size to begin with, the JVM would begin with all of it, and soon have touched all of it.
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-Xms64m", "-Xmx384m", "-XX:NewRatio=1"));
        command.addAll(jdk.leanOptions());
        command.addAll(List.of("-jar", site().checkout().serviceJar(service).toString()));
        return command;
    }

    @Override
    Map<String, String> environment() {
        Ports ports = site().ports();
        Map<String, String> environment = new HashMap<>();
        // The C library would otherwise keep a pool of memory for nearly every thread.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(apiPort()));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()));
        service.database().ifPresent(database -> {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", Database.jdbcUrl(ports.postgres(), database));
            environment.put("QUARKUS_DATASOURCE_USERNAME", database);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", Database.PASSWORD);
            // Four services that start at once on a busy machine may keep each other waiting for long.
            environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "30S");
        });
        return environment;
    }

    private int apiPort() {
        return site().ports().api(service, replica);
    }

    private int managementPort() {
        return site().ports().management(service, replica);
    }

    /** Why it cannot be started, if so. */
    Optional<String> obstacle() {
        Path jar = site().checkout().serviceJar(service);
        return Files.isRegularFile(jar) ? Optional.empty() : Optional.of(name() + " is not built: there is no " + jar);
    }

    @Override
    boolean answers() {
        HttpRequest health = HttpRequest.newBuilder(managementUri().resolve("/q/health/ready"))
                .timeout(HEALTH_LIMIT)
                .build();
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
