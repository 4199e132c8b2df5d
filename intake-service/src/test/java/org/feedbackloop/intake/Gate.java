package org.feedbackloop.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** A port that leads to the broker, once it is open. */
final class Gate implements AutoCloseable {

    private final ServerSocket entrance;
    private final String target;

    private Gate(ServerSocket entrance, String target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** Below those that the system hands out, so that nobody is given it before the gate opens. */
    static int freePort() {
        return ThreadLocalRandom.current()
                .ints(10_000, 32_000)
                .filter(Gate::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
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
