package org.feedbackloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./feedback} as its users run it, without the services. */
class SupervisorComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path state;

    private final int offset = anOffsetWithFreePorts();

    @Test
    void a_killed_supervisor_leaves_nothing_running_and_the_next_one_starts_on_what_it_left() throws Exception {
        Process first = up();
        readUntilReady(first);
        List<ProcessHandle> parts = runningParts();
        assertThat(parts).hasSize(3);
        Signal.STOP.sendTo(parts.get(0).pid());

        first.destroyForcibly();

        assertThat(Waiting.until(LIMIT, () -> runningParts().isEmpty())).isTrue();
        Process second = up();
        readUntilReady(second);
        List<ProcessHandle> laterParts = runningParts();
        assertThat(feedback("status").waitFor()).isZero();

        assertThat(feedback("down", "--wipe").waitFor()).isZero();

        assertThat(laterParts).hasSize(3).noneMatch(ProcessHandle::isAlive);
        assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(state).doesNotExist();
    }

    @Test
    void a_taken_port_ends_it_with_a_line_that_says_which_and_for_what() throws Exception {
        int smtp = Ports.shiftedBy(offset).smtp();
        try (ServerSocket squatter = new ServerSocket(smtp, 1, InetAddress.getLoopbackAddress())) {
            Process up = up();

            assertThat(up.inputReader().lines())
                    .singleElement()
                    .asString()
                    .contains(
                            "Port " + squatter.getLocalPort(),
                            "mail",
                            "process " + ProcessHandle.current().pid());
            assertThat(up.waitFor()).isEqualTo(1);
        }
        assertThat(runningParts()).isEmpty();
    }

    private Process up() throws IOException {
        return feedback(Stream.concat(
                        Stream.of("up"),
                        Arrays.stream(ServiceName.values()).flatMap(service -> Stream.of("--except", service.id())))
                .toArray(String[]::new));
    }

    private Process feedback(String... arguments) throws IOException {
        Checkout checkout = Checkout.enclosingWorkingDirectory();
        List<String> command = new ArrayList<>(List.of(
                Jdk.running().java(),
                "-cp",
                checkout.stackClassPath(),
                "org.feedbackloop.local.command.FeedbackCommand"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FEEDBACK_STATE_DIR", state.toString());
        builder.environment().put("FEEDBACK_PORT_OFFSET", Integer.toString(offset));
        return builder.start();
    }

    private static void readUntilReady(Process up) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader lines = up.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.equals("ready")) {
                return;
            }
        }
        throw new AssertionError("It ended and said: " + String.join("\n", said));
    }

    private List<ProcessHandle> runningParts() {
        return Folder.list(Site.pids(state)).stream()
                .flatMap(file -> new PidFile(file).process().stream())
                .toList();
    }

    private static int anOffsetWithFreePorts() {
        return IntStream.iterate(11_000, offset -> offset + 100)
                .filter(offset -> {
                    Ports ports = Ports.shiftedBy(offset);
                    return IntStream.of(
                                    ports.kafka(),
                                    ports.kafkaController(),
                                    ports.postgres(),
                                    ports.smtp(),
                                    ports.imap())
                            .noneMatch(TcpPort::isTaken);
                })
                .findFirst()
                .orElseThrow();
    }
}
