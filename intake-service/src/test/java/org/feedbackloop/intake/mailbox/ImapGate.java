package org.feedbackloop.intake.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A port that leads to the IMAP server: it can be shut, and it can break the connection at a command. */
final class ImapGate implements AutoCloseable {

    private final int target;
    private ServerSocket entrance;
    private volatile @Nullable String cutAt;

    private ImapGate(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        admit(entrance);
    }

    static ImapGate to(int target) throws IOException {
        return new ImapGate(target);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Before the server sees the next command with this in it, the connection breaks; once. */
    void breakAt(String command) {
        cutAt = command;
    }

    void shut() throws IOException {
        entrance.close();
    }

    void reopen() throws IOException {
        int port = entrance.getLocalPort();
        entrance = new ServerSocket();
        entrance.setReuseAddress(true);
        entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        admit(entrance);
    }

    @Override
    public void close() throws IOException {
        shut();
    }

    private void admit(ServerSocket open) {
        background(() -> {
            while (true) {
                Socket inside = open.accept();
                Socket outside = new Socket(InetAddress.getLoopbackAddress(), target);
                background(() -> {
                    try (inside;
                            outside) {
                        outside.getInputStream().transferTo(inside.getOutputStream());
                    }
                });
                background(() -> {
                    try (inside;
                            outside) {
                        passCommands(inside.getInputStream(), outside.getOutputStream());
                    }
                });
            }
        });
    }

    private void passCommands(InputStream client, OutputStream server) throws IOException {
        InputStream commands = new BufferedInputStream(client);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = commands.read(); one >= 0; one = commands.read()) {
            line.write(one);
            if (one == '\n') {
                String wanted = cutAt;
                if (wanted != null && line.toString(ISO_8859_1).contains(wanted)) {
                    cutAt = null;
                    return;
                }
                server.write(line.toByteArray());
                line.reset();
            }
        }
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
