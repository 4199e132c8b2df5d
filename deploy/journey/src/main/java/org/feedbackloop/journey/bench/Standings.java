package org.feedbackloop.journey.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of servers measured side by side, round by round. */
final class Standings {

    private final Map<Server, List<Figures>> rounds = new LinkedHashMap<>();

    void add(Server server, Figures figures) {
        rounds.computeIfAbsent(server, first -> new ArrayList<>()).add(figures);
    }

    Figures median(Server server) {
        return Figures.median(of(server));
    }

    /**
     * How many times the peer's figure the server's is, round by round: whatever else the machine did in a round, it did
     * to both, so that these lie closer together than the figures themselves.
     */
    Spread ratio(ToDoubleFunction<Figures> figure, Server server, Server peer) {
        List<Figures> own = of(server);
        List<Figures> other = of(peer);
        double[] ratios = new double[own.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = figure.applyAsDouble(own.get(round)) / figure.applyAsDouble(other.get(round));
        }
        return Spread.of(ratios);
    }

    private List<Figures> of(Server server) {
        return rounds.getOrDefault(server, List.of());
    }
}
