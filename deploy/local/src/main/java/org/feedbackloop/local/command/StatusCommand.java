package org.feedbackloop.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.feedbackloop.local.PartStatus;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description =
                "Shows each part: whether it runs and answers, its memory, its address. Ends with 1 if one does not.")
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        List<PartStatus> parts = Settings.fromEnvironment().runningStack().parts();
        for (PartStatus part : parts) {
            System.out.printf(
                    "  %-22s %-14s %-12s %-8s %s%n", part.name(), word(part), pid(part), memory(part), part.address());
        }
        return parts.stream().allMatch(PartStatus::ready) ? 0 : 1;
    }

    private static String word(PartStatus part) {
        if (part.pid().isEmpty()) {
            return "down";
        }
        return part.ready() ? "ready" : "not answering";
    }

    private static String pid(PartStatus part) {
        return part.pid().map(pid -> "pid " + pid).orElse("");
    }

    private static String memory(PartStatus part) {
        return part.residentKib().isPresent() ? part.residentKib().getAsLong() / 1024 + " MB" : "";
    }
}
