package org.feedbackloop.local;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The four services, in the order of the data path. */
public enum ServiceName {
    INTAKE("intake-service", 8081, null),
    ROUTING("routing-service", 8082, null),
    CRM("crm-service", 8083, "crm"),
    NOTIFICATION("notification-service", 8084, "notification");

    private static final int MANAGEMENT_DISTANCE = 1000;

    private final String id;
    private final int port;
    private final @Nullable String database;

    ServiceName(String id, int port, @Nullable String database) {
        this.id = id;
        this.port = port;
        this.database = database;
    }

    public static ServiceName of(String id) {
        return Arrays.stream(values())
                .filter(name -> name.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no service '" + id + "'; there are "
                        + Arrays.stream(values()).map(ServiceName::id).collect(Collectors.joining(", "))));
    }

    public String id() {
        return id;
    }

    /** Port of the API, before any offset. */
    int port() {
        return port;
    }

    /** Port of health and metrics, before any offset. */
    int managementPort() {
        return port + MANAGEMENT_DISTANCE;
    }

    Optional<String> database() {
        return Optional.ofNullable(database);
    }
}
