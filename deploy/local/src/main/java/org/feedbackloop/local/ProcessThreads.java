package org.feedbackloop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux tells of the threads of a process. */
final class ProcessThreads {

    private static final Path PROCESSES = Path.of("/proc");

    /** Stopped, or ended and not yet cleared away. */
    private static final String AT_REST = "TZX";

    private ProcessThreads() {}

    /**
     * Whether a process that was told to stop has done so. Each of its threads stops when its turn to run comes, which on a busy
     * machine takes a while; until then it works on. Where nothing can be told, or the process has ended, it is taken to have
     * stopped.
     */
    static boolean areStopped(long pid) {
        try (Stream<Path> threads = Files.list(PROCESSES.resolve(pid + "/task"))) {
            return threads.toList().stream().allMatch(ProcessThreads::isStopped);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isStopped(Path thread) {
        try {
            // "17 (name of the program) T 1 …": a name may hold anything
            String status = Files.readString(thread.resolve("stat"));
            return AT_REST.indexOf(status.charAt(status.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException e) {
            return true;
        }
    }
}
