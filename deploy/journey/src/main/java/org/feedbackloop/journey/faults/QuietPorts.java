package org.feedbackloop.journey.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.feedbackloop.local.Ports;
import org.feedbackloop.local.StackFailure;

/**
 * Ports far from a developer's own stack, and below those that the system hands out for outgoing connections: a client that
 * tries to reach a part which is down must not be given that part's own port to try from.
 */
final class QuietPorts {

    private static final int FIRST_OFFSET = 10_500;
    private static final int LAST_OFFSET = 22_500;
    private static final int STEP = 1_000;

    /** Of all that a stack listens on, the port that no stack is without. */
    private static final int KAFKA = 9092;

    private QuietPorts() {}

    /** Such as no other stack of this machine has taken. */
    static Ports find() {
        for (int offset = FIRST_OFFSET; offset <= LAST_OFFSET; offset += STEP) {
            if (isFree(KAFKA + offset)) {
                return Ports.shiftedBy(offset);
            }
        }
        throw new StackFailure("No room for another stack: each of its places is taken");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
