package org.feedbackloop.routing.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedbackloop.event.Event;
import org.feedbackloop.event.FeedbackId;
import org.feedbackloop.event.v1.CaseChange;
import org.feedbackloop.event.v1.CaseChanged;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.routing.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What consultants have corrected, with the words that it was about. Of several corrections of one feedback the last counts,
 * by the time at which it was made.
 */
final class Corrections {

    /** Whose they are says nothing of what it is, and is nobody's business in a file. */
    private static final Pattern ADDRESS = Pattern.compile("(?<!\\S)\\S*@\\S*");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d[\\d -]{4,}\\d");

    /** A comment to the corpus. */
    private static final String HEADING = "# feedback ";

    private final Map<FeedbackId, Event<CaseChanged>> last = new LinkedHashMap<>();

    void add(Event<CaseChanged> changed) {
        if (changed.data().change() != CaseChange.RECLASSIFIED) {
            return;
        }
        last.merge(
                changed.data().feedbackId(),
                changed,
                (one, other) -> other.time().isBefore(one.time()) ? one : other);
    }

    Set<FeedbackId> feedback() {
        return last.keySet();
    }

    /**
     * A corpus file with the corrections in it.
     *
     * @param changed how many of them it did not have before
     */
    record Merged(List<String> lines, int changed) {}

    /**
     * Each correction under the id of its feedback, so that a later one takes its place and a customer who is forgotten is
     * found. All else that the file holds stays.
     *
     * @param file its lines
     * @param said the feedback that was corrected, as far as it still stands on its topic
     */
    Merged into(List<String> file, Map<FeedbackId, FeedbackReceived> said) {
        Map<String, String> sections = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (int at = 0; at < file.size(); at++) {
            if (file.get(at).startsWith(HEADING) && at + 1 < file.size()) {
                sections.put(file.get(at), file.get(++at));
            } else {
                others.add(file.get(at));
            }
        }
        int changed = 0;
        for (var correction : last.entrySet()) {
            FeedbackReceived feedback = said.get(correction.getKey());
            Optional<String> line = feedback == null
                    ? Optional.empty()
                    : line(feedback, correction.getValue().data());
            if (line.isPresent() && !line.get().equals(sections.put(HEADING + correction.getKey(), line.get()))) {
                changed++;
            }
        }
        List<String> lines = new ArrayList<>(others);
        sections.forEach((heading, line) -> lines.addAll(List.of(heading, line)));
        return new Merged(lines, changed);
    }

    private static Optional<String> line(FeedbackReceived feedback, CaseChanged corrected) {
        String text = text(feedback.subject(), feedback.text());
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new CorpusText("corrections", Language.UNDETERMINED, corrected.type(), null, text).line());
    }

    private static String text(@Nullable String subject, String text) {
        String whole = subject == null ? text : subject + "\n" + text;
        return LONG_NUMBER.matcher(ADDRESS.matcher(whole).replaceAll("@")).replaceAll("000000");
    }
}
