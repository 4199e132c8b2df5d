package org.feedbackloop.routing.training;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.Routing;
import org.feedbackloop.routing.language.LanguageReport;
import org.feedbackloop.routing.language.Languages;
import org.feedbackloop.routing.language.LetterGroups;
import org.feedbackloop.routing.reading.Statement;
import org.feedbackloop.routing.rules.RulesDocument;

/** What the service says of texts by others, who have said what they are; in Markdown. Nothing was ever trained on them. */
final class OthersReport {

    private final Router router;
    private final Languages languages;

    OthersReport(RulesDocument rules) {
        router = new Router(rules);
        languages = new Languages(rules.rules().languages(), LetterGroups.shipped());
    }

    String markdown(Samples samples) throws IOException {
        return banking(samples.banking()) + '\n' + languages(samples.languages());
    }

    private String banking(List<Samples.Sample> banking) {
        if (banking.isEmpty()) {
            return "There are no texts of bank customers.\n";
        }
        Confusion confusion = new Confusion();
        for (Samples.Sample sample : banking) {
            Routing routing = router.route(Statement.ofText(sample.text()), Instant.EPOCH);
            confusion.add(sample.type(), routing.type());
        }
        return String.format(
                Locale.ROOT,
                "## Bank customers, English: questions and complaints\n\n%s\nMacro-F1 **%.3f**, accuracy %.3f.\n",
                confusion.table(),
                confusion.macroF1(),
                confusion.accuracy());
    }

    private String languages(List<String> lines) {
        if (lines.isEmpty()) {
            return "There are no texts of known language.\n";
        }
        LanguageReport report = LanguageReport.of(languages, lines);
        return "## Languages\n\n```\n" + report.text() + "```\n\nIn short: " + report.summary() + ".\n";
    }
}
