package org.feedbackloop.intake.access;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the keys in the doorkeeper's hands and keeps them fresh. */
class AccessWiring {

    private static final long CHECK_MILLIS = TimeUnit.SECONDS.toMillis(1);

    @Produces
    @Singleton
    Allowances allowances() {
        return new Allowances();
    }

    @Produces
    @Singleton
    Doorkeeper doorkeeper(AccessConfig config, Allowances allowances, Vertx vertx) {
        boolean local = LocalSecrets.sufficeFor(ConfigUtils.getProfiles());
        return new Doorkeeper(keys(config, local, vertx), webhooks(config, local, vertx), allowances);
    }

    @Produces
    @Singleton
    Visitors visitors(AccessConfig config, Allowances allowances) {
        AccessConfig.Visitors allowed = config.visitors();
        return new Visitors(allowances, new Rate(allowed.perMinute(), Duration.ofMinutes(1), allowed.burst()));
    }

    private static Supplier<ApiKeys> keys(AccessConfig config, boolean local, Vertx vertx) {
        if (config.keysFile().isEmpty()) {
            if (!local) {
                throw new IllegalStateException("intake.access.keys-file must name the file of API keys");
            }
            ApiKeys keys = ApiKeys.single(LocalSecrets.KEY, LocalSecrets.HOLDER);
            return () -> keys;
        }
        Path path = config.keysFile().get();
        return following(
                path,
                text -> {
                    ApiKeys keys = ApiKeys.parse(text);
                    if (!local && keys.contains(LocalSecrets.KEY)) {
                        throw new IllegalArgumentException(
                                "the key local-key opens a developer's own machine alone: take it out of " + path);
                    }
                    return keys;
                },
                vertx);
    }

    private static Supplier<Webhooks> webhooks(AccessConfig config, boolean local, Vertx vertx) {
        if (config.webhooksFile().isEmpty()) {
            Webhooks webhooks = local
                    ? Webhooks.single(
                            LocalSecrets.SECRET,
                            LocalSecrets.HOLDER.integration().brand())
                    : Webhooks.none();
            return () -> webhooks;
        }
        Path path = config.webhooksFile().get();
        return following(
                path,
                text -> {
                    Webhooks webhooks = Webhooks.parse(text);
                    if (!local && webhooks.haveSecret(LocalSecrets.SECRET)) {
                        throw new IllegalArgumentException(
                                "the secret local-secret is for a developer's own machine alone: take it out of "
                                        + path);
                    }
                    return webhooks;
                },
                vertx);
    }

    private static <T> Supplier<T> following(Path path, Function<String, T> parser, Vertx vertx) {
        FollowedFile<T> file = FollowedFile.open(path, parser);
        vertx.setPeriodic(
                CHECK_MILLIS,
                tick -> vertx.executeBlocking(() -> {
                    file.refresh();
                    return null;
                }));
        return file::content;
    }
}
