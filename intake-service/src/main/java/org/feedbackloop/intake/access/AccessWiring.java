package org.feedbackloop.intake.access;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Puts the keys in the doorkeeper's hands and keeps them fresh. */
class AccessWiring {

    private static final long CHECK_MILLIS = TimeUnit.SECONDS.toMillis(1);

    @Produces
    @Singleton
    Doorkeeper doorkeeper(AccessConfig config, Vertx vertx) {
        boolean local = LocalSecrets.sufficeFor(ConfigUtils.getProfiles());
        return config.keysFile().map(path -> following(path, local, vertx)).orElseGet(() -> withLocalKey(local));
    }

    private static Doorkeeper following(Path path, boolean local, Vertx vertx) {
        ApiKeyFile file = ApiKeyFile.open(path);
        if (!local && file.keys().contains(LocalSecrets.KEY)) {
            throw new IllegalStateException(
                    "the key local-key opens a developer's own machine alone: take it out of " + path);
        }
        vertx.setPeriodic(
                CHECK_MILLIS,
                tick -> vertx.executeBlocking(() -> {
                    file.refresh();
                    return null;
                }));
        return new Doorkeeper(file::keys);
    }

    private static Doorkeeper withLocalKey(boolean local) {
        if (!local) {
            throw new IllegalStateException("intake.access.keys-file must name the file of API keys");
        }
        ApiKeys keys = ApiKeys.single(LocalSecrets.KEY, LocalSecrets.HOLDER);
        return new Doorkeeper(() -> keys);
    }
}
