package org.feedbackloop.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The connection between us and a server, which can be cut and mended. */
public final class Wire implements AutoCloseable {

    private final int target;
    private final int port;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private ServerSocket entrance;

    private Wire(int target, ServerSocket entrance) {
        this.target = target;
        this.port = entrance.getLocalPort();
        this.entrance = entrance;
    }

    /** @param target port of the server, on this machine */
    public static Wire to(int target) {
        Wire wire = new Wire(target, open(0));
        wire.connectAll();
        return wire;
    }

    /** Where to reach the server through the wire. */
    public int port() {
        return port;
    }

    public synchronized void cut() {
        close(entrance);
        ends.forEach(Wire::close);
        ends.clear();
    }

    public synchronized void mend() {
        entrance = open(port);
        connectAll();
    }

    @Override
    public void close() {
        cut();
    }

    private void connectAll() {
        ServerSocket current = entrance;
        thread(() -> {
            try {
                while (true) {
                    connect(current.accept());
                }
            } catch (IOException cut) {
                // Nobody comes through any more.
            }
        });
    }

    private void connect(Socket caller) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        ends.add(caller);
        ends.add(server);
        thread(() -> copy(caller, server));
        thread(() -> copy(server, caller));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends are closed by now.
        }
    }

    private static ServerSocket open(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
