package org.feedbackloop.notification.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another company's mail server on one of its bad days: says and does what it is told, and counts what it has taken. */
final class FakeSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Queue<String> answersToRecipients = new ConcurrentLinkedQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeTaking = () -> {};
    private volatile String greeting = "220 fake";

    private FakeSmtpServer(ServerSocket socket) {
        this.socket = socket;
    }

    static FakeSmtpServer start() {
        return startAt(0);
    }

    static FakeSmtpServer startAt(int port) {
        try {
            FakeSmtpServer server = new FakeSmtpServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            thread(server::acceptConnections);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What the next ones who are named as recipients get to hear; after that, yes. */
    FakeSmtpServer answeringRecipients(String... answers) {
        answersToRecipients.addAll(List.of(answers));
        return this;
    }

    FakeSmtpServer greeting(String line) {
        greeting = line;
        return this;
    }

    /** Runs when a mail has been handed over whole, before we hear that it is taken. */
    FakeSmtpServer beforeTaking(Runnable action) {
        beforeTaking = action;
        return this;
    }

    /** The mails that were taken, by the text of each. */
    List<String> taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void acceptConnections() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                thread(() -> talk(connection));
            }
        } catch (IOException closed) {
            // Then there is nobody more to talk to.
        }
    }

    private void talk(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1))) {
            OutputStream out = connection.getOutputStream();
            say(out, greeting);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    String answer = answersToRecipients.poll();
                    say(out, answer == null ? "250 ok" : answer);
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    String mail = untilDot(in);
                    beforeTaking.run();
                    taken.add(mail);
                    say(out, "250 taken");
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The other side has hung up, or we have.
        }
    }

    private static String untilDot(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "fake-smtp");
        thread.setDaemon(true);
        thread.start();
    }
}
