package org.feedbackloop.local;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
        Map<Integer, Integer> chosen = new HashMap<>();
        return new Ports(port -> {
            synchronized (chosen) {
                return chosen.computeIfAbsent(port, any -> anyFreePortBut(chosen.values()));
            }
        });
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

    /** Below those that the system hands out, so that nobody is given it between the choice and its use. */
    private static int anyFreePortBut(Collection<Integer> chosen) {
        return ThreadLocalRandom.current()
                .ints(10_000, 32_000)
                .filter(port -> !chosen.contains(port) && !TcpPort.isTaken(port))
                .findFirst()
                .orElseThrow();
    }
}
