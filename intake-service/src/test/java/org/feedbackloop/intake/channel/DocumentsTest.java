package org.feedbackloop.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.feedbackloop.intake.Adapting;
import org.junit.jupiter.api.Test;

/** What integrators are told to send is taken. */
class DocumentsTest {

    private static final Path INTEGRATE = Path.of("..", "docs", "integrate-a-channel.md");
    private static final Pattern POST = Pattern.compile("/v1/channels/(\\S+) \\\\\n(?:  -H .*\n)+  -d '([^']+)'");

    @Test
    void every_command_for_integrators_hands_in_something() throws IOException {
        List<MatchResult> posts =
                POST.matcher(Files.readString(INTEGRATE)).results().toList();

        assertThat(posts).hasSize(3);
        for (MatchResult post : posts) {
            assertThat(Adapting.feedback(TypedChannels.at(post.group(1)), post.group(2)))
                    .as(post.group(1))
                    .isNotNull();
        }
    }
}
