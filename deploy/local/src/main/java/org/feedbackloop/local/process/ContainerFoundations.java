package org.feedbackloop.local.process;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Locale;
import org.feedbackloop.local.Database;
import org.feedbackloop.local.StackAddresses;
import org.feedbackloop.local.StackFailure;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Broker and database as containers. The mail server is the same as ever, in this process. */
record ContainerFoundations(KafkaContainer broker, PostgreSQLContainer database, GreenMail mail)
        implements Foundations {

    /** As the broker of the embedded stack, and as the client of the Quarkus BOM. */
    private static final String BROKER_IMAGE = "apache/kafka:4.1.1";

    private static final String DATABASE_IMAGE = "postgres:17";

    static ContainerFoundations start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new StackFailure("-Dstack=containers needs Docker, and none answers here."
                    + " Without this option the tests run on the embedded stack.");
        }
        KafkaContainer broker = new KafkaContainer(BROKER_IMAGE);
        BrokerSettings.OF_ONE_NODE.forEach((name, value) -> broker.withEnv(variable(name), value));
        PostgreSQLContainer database =
                new PostgreSQLContainer(DATABASE_IMAGE).withUsername("postgres").withPassword(Database.PASSWORD);
        broker.start();
        database.start();
        return new ContainerFoundations(broker, database, AnybodysMail.start(0, 0));
    }

    @Override
    public StackAddresses addresses() {
        return new StackAddresses(
                broker.getBootstrapServers(),
                database.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                mail.getSmtp().getPort(),
                mail.getImap().getPort());
    }

    @Override
    public void close() {
        mail.stop();
        database.stop();
        broker.stop();
    }

    /** How the image takes a setting. */
    private static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
