package org.feedbackloop.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "train",
        description = "Trains the model that tells what feedback is, and says how good it is.",
        footer = {
            "",
            "train                   writes the model and its report; the same corpus gives the same bytes",
            "train --corrections FILE ...  also learns from FILE, which has the format of the corpus",
            "train --report          tries the model on texts by others, where there are some",
            "train --report --samples DIR  looks for them in DIR",
            "train --trials          measures other ways to train beside the chosen one",
            "train export FILE       writes to FILE what consultants have corrected, of each feedback the last correction"
        })
final class TrainCommand implements Callable<Integer> {

    private static final String EXPORT = "export";
    private static final String BOOTSTRAP = "--bootstrap";

    /** The program knows its own arguments. */
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.fromEnvironment();
        List<String> all = new ArrayList<>(arguments);
        if (all.contains(EXPORT) && !all.contains(BOOTSTRAP)) {
            all.addAll(List.of(BOOTSTRAP, settings.runningStack().bootstrapServers()));
        }
        return OtherProgram.TRAIN.run(settings, all);
    }
}
