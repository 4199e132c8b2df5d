package org.feedbackloop.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedbackloop.routing.Said.said;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.routing.rules.RulesDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for those who write rules shows nothing that is not so. */
class WriteARuleTest {

    private static final Path PAGE = Checkout.enclosingWorkingDirectory().root().resolve("docs/write-a-rule.md");
    private static final Instant MONDAY_AT_ELEVEN_IN_WARSAW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Pattern SECTION =
            Pattern.compile("^([a-z]+):.*?(?=^[a-z]+:|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest(name = "{1}: {2} {3}")
    @MethodSource("examples")
    void an_example_is_decided_as_the_page_says(String rules, String text, String step, String value, String because) {
        Routing routing =
                new Router(RulesDocument.parse(rules)).route(said(text).statement(), MONDAY_AT_ELEVEN_IN_WARSAW);

        Finding finding = routing.findings().stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow();
        assertThat(finding.value()).as("%s", finding.evidence()).isEqualTo(value);
        if (!because.isEmpty()) {
            assertThat(finding.evidence()).contains(because);
        }
    }

    @Test
    void there_are_examples_of_every_kind() {
        assertThat(examples().map(example -> example.get()[2]))
                .contains("type", "category", "queue", "priority", "obligation")
                .hasSizeGreaterThan(15);
    }

    /** Each block of YAML replaces the sections that it names in the first one; the table below it is what then is so. */
    static Stream<Arguments> examples() {
        List<Arguments> examples = new ArrayList<>();
        Map<String, String> whole = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        StringBuilder block = null;
        for (String line : lines()) {
            if (line.equals("```yaml")) {
                block = new StringBuilder();
            } else if (line.equals("```") && block != null) {
                rules = new LinkedHashMap<>(whole);
                rules.putAll(sections(block.toString()));
                whole = whole.isEmpty() ? rules : whole;
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (line.startsWith("| ") && !line.startsWith("| said |")) {
                String[] cells = line.substring(1).split("\\|", -1);
                examples.add(Arguments.of(
                        String.join("", rules.values()),
                        cells[0].strip(),
                        cells[1].strip(),
                        cells[2].strip(),
                        cells[3].strip()));
            }
        }
        return examples.stream();
    }

    private static Map<String, String> sections(String yaml) {
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(yaml);
        while (section.find()) {
            sections.put(section.group(1), section.group());
        }
        return sections;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
