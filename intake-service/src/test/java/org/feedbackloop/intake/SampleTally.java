package org.feedbackloop.intake;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedbackloop.intake.channel.ChannelAdapter;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Adapted.Normalised;
import org.feedbackloop.intake.draft.Adapted.SetAside;

/** Counts what became of the samples of one adapter, and prints it as a line of a table. */
public final class SampleTally {

    private final ChannelAdapter adapter;
    private final Map<String, Integer> setAside = new TreeMap<>();
    private int samples;
    private int accepted;
    private int failed;

    public SampleTally(ChannelAdapter adapter) {
        this.adapter = adapter;
    }

    /** One sample more; what became of it for who wants to look closer. */
    public Normalised take(RawRequest sample) {
        samples++;
        Normalised result = adapter.adapt(sample).fold(normalised -> normalised, problem -> {
            failed++;
            throw new AssertionError(problem);
        });
        accepted += result.drafts().size();
        for (SetAside aside : result.setAside()) {
            setAside.merge(aside.reason(), 1, Integer::sum);
        }
        return result;
    }

    public int samples() {
        return samples;
    }

    public int accepted() {
        return accepted;
    }

    /** How many for each reason. */
    public Map<String, Integer> setAside() {
        return Map.copyOf(setAside);
    }

    /** Channel, provider, samples, accepted, set aside (reason: n), failed. */
    public void print() {
        String[] address = (adapter.address() + "/-").split("/");
        String reasons = setAside.entrySet().stream()
                .map(reason -> reason.getKey() + ": " + reason.getValue())
                .collect(Collectors.joining(", "));
        int aside = setAside.values().stream().mapToInt(n -> n).sum();
        System.out.printf(
                "| %-10s | %-9s | %3d | %3d | %2d %-45s | %d |%n",
                address[0], address[1], samples, accepted, aside, aside == 0 ? "" : "(" + reasons + ")", failed);
    }
}
