package org.feedbackloop.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Where broker, database and mail server are, as one process tells another. All are on this machine. */
public record StackAddresses(String bootstrapServers, int postgresPort, int smtpPort, int imapPort) {

    /** Writes all or nothing: whoever sees the file can read it. */
    public void writeTo(Path file) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("postgres.port", Integer.toString(postgresPort));
        properties.setProperty("smtp.port", Integer.toString(smtpPort));
        properties.setProperty("imap.port", Integer.toString(imapPort));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, null);
            writer.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StackAddresses readFrom(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StackAddresses(
                properties.getProperty("bootstrap.servers"),
                Integer.parseInt(properties.getProperty("postgres.port")),
                Integer.parseInt(properties.getProperty("smtp.port")),
                Integer.parseInt(properties.getProperty("imap.port")));
    }
}
