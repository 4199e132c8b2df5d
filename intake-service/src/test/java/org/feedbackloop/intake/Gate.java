package org.feedbackloop.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port that leads to the broker, once it is open. */
final class Gate implements AutoCloseable {

    private final ServerSocket entrance;
    private final String target;

    private Gate(ServerSocket entrance, String target) {
        this.entrance = entrance;
        this.target = target;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both addresses are host and port. */
    static Gate open(String address, String target) throws IOException {
        Gate gate = new Gate(new ServerSocket(portOf(address), 50, InetAddress.getLoopbackAddress()), target);
        background(gate::admit);
        return gate;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void admit() throws IOException {
        while (true) {
            Socket inside = entrance.accept();
            Socket outside = new Socket(InetAddress.getLoopbackAddress(), portOf(target));
            background(() -> inside.getInputStream().transferTo(outside.getOutputStream()));
            background(() -> outside.getInputStream().transferTo(inside.getOutputStream()));
        }
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static void background(Passage passage) {
        Thread thread = new Thread(() -> {
            try {
                passage.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Passage {
        void run() throws IOException;
    }
}
