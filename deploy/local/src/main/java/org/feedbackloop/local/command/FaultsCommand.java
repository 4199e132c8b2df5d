package org.feedbackloop.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(name = "faults", description = "Breaks every part in turn under load, and counts what was lost.")
final class FaultsCommand implements Callable<Integer> {

    /** The program knows its own arguments. */
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return OtherProgram.FAULTS.run(Settings.fromEnvironment(), arguments);
    }
}
