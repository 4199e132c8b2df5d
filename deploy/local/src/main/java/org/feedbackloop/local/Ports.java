package org.feedbackloop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/** Where the parts listen: at the ports of the design, all moved by one offset, or wherever there is room. */
public final class Ports {

    private static final int REPLICA_DISTANCE = 100;

    private final IntUnaryOperator place;

    private Ports(IntUnaryOperator place) {
        this.place = place;
    }

    public static Ports shiftedBy(int offset) {
        return new Ports(port -> port + offset);
    }

    /** Each port is chosen when it is first asked for, and then stays. */
    public static Ports free() {
        Map<Integer, Integer> chosen = new ConcurrentHashMap<>();
        return new Ports(port -> chosen.computeIfAbsent(port, any -> anyFreePort()));
    }

    int kafka() {
        return place.applyAsInt(9092);
    }

    /** The broker talks to its own controller here. */
    int kafkaController() {
        return place.applyAsInt(9093);
    }

    int postgres() {
        return place.applyAsInt(5432);
    }

    int smtp() {
        return place.applyAsInt(3025);
    }

    int imap() {
        return place.applyAsInt(3143);
    }

    /** @param replica 1 for the first */
    int api(ServiceName service, int replica) {
        return place.applyAsInt(service.port() + (replica - 1) * REPLICA_DISTANCE);
    }

    /** @param replica 1 for the first */
    int management(ServiceName service, int replica) {
        return place.applyAsInt(service.managementPort() + (replica - 1) * REPLICA_DISTANCE);
    }

    private static int anyFreePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
