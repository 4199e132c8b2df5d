package org.feedbackloop.journey.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One kept connection: a post goes out, its answer comes in, then the next. For one thread. */
final class Connection implements AutoCloseable {

    private static final int LONGEST_ANSWER = 128 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer received = ByteBuffer.allocate(LONGEST_ANSWER);
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private long sentAt;

    private Connection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static Connection open(InetSocketAddress server, Selector selector) throws IOException {
        var channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new Connection(channel, selector);
    }

    void send(ByteBuffer request) throws IOException {
        unsent = request;
        sentAt = System.nanoTime();
        write();
    }

    /** Goes on with what the socket is ready for; yields the answer once it is whole. */
    Optional<Answer> proceed() throws IOException {
        if (unsent.hasRemaining()) {
            write();
        }
        if (channel.read(received) < 0) {
            throw new BrokenBench("The server closed a connection that it should keep");
        }
        if (!received.hasRemaining()) {
            throw new BrokenBench("An answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        Optional<Answer> answer = Answer.in(new String(received.array(), 0, received.position(), ISO_8859_1));
        if (answer.isPresent()) {
            received.clear();
        }
        return answer;
    }

    /** When the first byte of the post under way was handed to the socket, as {@link System#nanoTime}. */
    long sentAt() {
        return sentAt;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write() throws IOException {
        channel.write(unsent);
        key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }
}
