package org.feedbackloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    @TempDir
    private Path folder;

    @Test
    void a_living_process_is_found_again() {
        PidFile file = new PidFile(folder.resolve("pids/self"));

        file.write(SELF);

        assertThat(file.process()).contains(SELF);
    }

    @Test
    void a_later_process_with_the_same_number_is_not_taken_for_the_first() throws IOException {
        Path path = Files.writeString(folder.resolve("recycled"), SELF.pid() + " 2020-01-01T00:00:00Z\n");

        assertThat(new PidFile(path).process()).isEmpty();
    }

    @Test
    void there_is_no_process_without_a_file() {
        assertThat(new PidFile(folder.resolve("none")).process()).isEmpty();
    }
}
