package org.feedbackloop.journey.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that a service is measured against, in a process that the bench starts and ends. */
final class Peer implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final Process process;
    private final Server server;
    private final Path log;

    private Peer(Process process, Server server, Path log) {
        this.process = process;
        this.server = server;
        this.log = log;
        // The stack's guardian knows nothing of peers.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** @param topic the one that the program publishes to */
    static Peer start(String name, String topic, List<String> command, String bootstrapServers, Path log)
            throws IOException {
        int port = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        var process = builder.start();
        return new Peer(process, new Server(name, port, topic, process.toHandle()), log);
    }

    void awaitListening() throws InterruptedException {
        long start = System.nanoTime();
        while (!listens()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new BrokenBench(server.name() + " ended with " + process.exitValue() + ", see " + log);
            }
            if (System.nanoTime() - start > TIME_TO_START.toNanos()) {
                throw new BrokenBench(server.name() + " listens to nobody, see " + log);
            }
        }
    }

    Server server() {
        return server;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean listens() {
        try (var attempt = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return attempt.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
