package org.feedbackloop.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(name = "bench", description = "Measures side by side, and prints ratios.")
final class BenchCommand implements Callable<Integer> {

    /** The program knows its own arguments. */
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return OtherProgram.BENCH.run(Settings.fromEnvironment(), arguments);
    }
}
