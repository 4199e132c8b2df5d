package org.feedbackloop.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points a service under test at the {@link TestStack}. The argument {@code database}, where given, names the database
 * that the service owns.
 */
public final class StackTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable String database;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    @Override
    public Map<String, String> start() {
        TestStack stack = TestStack.attach();
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", stack.bootstrapServers());
        config.put("quarkus.mailer.host", stack.mailHost());
        config.put("quarkus.mailer.port", Integer.toString(stack.smtpPort()));
        // In tests Quarkus would otherwise keep mails to itself.
        config.put("quarkus.mailer.mock", "false");
        if (database != null) {
            config.put("quarkus.datasource.jdbc.url", stack.jdbcUrl(database));
            config.put("quarkus.datasource.username", database);
            config.put("quarkus.datasource.password", Database.PASSWORD);
        }
        return config;
    }

    /** The stack belongs to the whole run, and ends with it. */
    @Override
    public void stop() {}
}
