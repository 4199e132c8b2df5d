package org.feedbackloop.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedFileTest {

    private static final String WITH_KEY = ApiKeysTest.entry("[sms]");
    private static final String WITHOUT_KEYS = "keys: []";

    @TempDir
    private Path folder;

    private Path path;
    private long edits;

    @BeforeEach
    void name_the_file() {
        path = folder.resolve("keys.yaml");
    }

    @Test
    void a_changed_file_is_read_again() throws IOException {
        write(WITHOUT_KEYS);
        FollowedFile<ApiKeys> file = FollowedFile.open(path, ApiKeys::parse);

        write(WITH_KEY);
        file.refresh();

        assertThat(file.content().holderOf("open-sesame")).isPresent();
    }

    @Test
    void a_broken_file_keeps_the_old_keys_until_it_is_mended() throws IOException {
        write(WITH_KEY);
        FollowedFile<ApiKeys> file = FollowedFile.open(path, ApiKeys::parse);

        write("keys: [");
        file.refresh();
        assertThat(file.content().holderOf("open-sesame")).isPresent();

        write(WITHOUT_KEYS);
        file.refresh();
        assertThat(file.content().holderOf("open-sesame")).isEmpty();
    }

    @Test
    void a_file_that_is_gone_keeps_the_old_keys_until_it_is_back() throws IOException {
        write(WITH_KEY);
        FollowedFile<ApiKeys> file = FollowedFile.open(path, ApiKeys::parse);

        Files.delete(path);
        file.refresh();
        assertThat(file.content().holderOf("open-sesame")).isPresent();

        write(WITHOUT_KEYS);
        file.refresh();
        assertThat(file.content().holderOf("open-sesame")).isEmpty();
    }

    @Test
    void there_is_no_start_without_a_good_file() throws IOException {
        assertThatIllegalArgumentException().isThrownBy(() -> FollowedFile.open(path, ApiKeys::parse));

        write("keys: [");
        assertThatIllegalArgumentException().isThrownBy(() -> FollowedFile.open(path, ApiKeys::parse));
    }

    /** Each time a second later, as a file system may not tell apart what is closer. */
    private void write(String document) throws IOException {
        Files.writeString(path, document);
        Files.setLastModifiedTime(
                path, FileTime.from(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(edits++)));
    }
}
