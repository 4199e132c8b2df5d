package org.feedbackloop.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.feedbackloop.routing.Said.said;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.Finding;
import org.feedbackloop.local.Checkout;
import org.feedbackloop.routing.queue.Workload;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.RulesRefused;
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
    private static final Pattern OPEN = Pattern.compile("([0-9]+) open in ([a-z]+)");
    private static final Pattern CUSTOMER = Pattern.compile("customer of class ([ABC])");

    @ParameterizedTest(name = "{1}: {2} {3}")
    @MethodSource("examples")
    void an_example_is_decided_as_the_page_says(
            String rules, String text, String step, String value, String because, String circumstances) {
        Routing routing = new Router(RulesDocument.parse(rules), openCases(circumstances))
                .route(by(circumstances, said(text)).statement(), MONDAY_AT_ELEVEN_IN_WARSAW);

        if (step.equals("supervisor")) {
            assertThat(routing.supervisor()).isEqualTo(value.equals("yes"));
            return;
        }
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
                .contains("language", "type", "category", "queue", "priority", "obligation", "supervisor")
                .hasSizeGreaterThan(35);
    }

    @Test
    void the_mistakes_on_the_page_are_told_as_it_says() {
        String slips = String.join("", wholeDocument().values())
                .replace("Europe/Warsaw", "Europe/Krakow")
                .replace("fallback: general", "fallback: geneal");
        var refused = catchThrowableOfType(RulesRefused.class, () -> RulesDocument.parse(slips));

        assertThat(lines())
                .filteredOn(line -> line.startsWith("rules.yaml:"))
                .isEqualTo(refused.problems().stream()
                        .map(problem ->
                                "rules.yaml:" + problem.line() + ": " + problem.path() + ": " + problem.reason())
                        .toList());
    }

    private static Workload openCases(String circumstances) {
        Map<String, Integer> open = new HashMap<>();
        Matcher matcher = OPEN.matcher(circumstances);
        while (matcher.find()) {
            open.put(matcher.group(2), Integer.valueOf(matcher.group(1)));
        }
        return queue -> OptionalInt.of(open.getOrDefault(queue, 0));
    }

    private static Said by(String circumstances, Said said) {
        Matcher matcher = CUSTOMER.matcher(circumstances);
        return matcher.find() ? said.byACustomerOfClass(CustomerClass.valueOf(matcher.group(1))) : said;
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
                        cells[3].strip(),
                        cells[4].strip()));
            }
        }
        return examples.stream();
    }

    private static Map<String, String> wholeDocument() {
        String page = String.join("\n", lines());
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        return sections(page.substring(begin, page.indexOf("\n```", begin) + 1));
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
