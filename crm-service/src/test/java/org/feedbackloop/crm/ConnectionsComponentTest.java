package org.feedbackloop.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.feedbackloop.local.StackTestResource;
import org.junit.jupiter.api.Test;

/** What this service's connections to its database promise. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "crm"))
class ConnectionsComponentTest {

    @Inject
    DataSource database;

    @Test
    void a_database_that_is_gone_without_a_word_holds_nobody_for_ever() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(Duration.ofMillis(connection.getNetworkTimeout()))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        }
    }
}
