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
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d[\\d -]{4,}\\d");

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
     * The lines of a corpus file for what was not exported before.
     *
     * @param said the feedback that was corrected, as far as it still stands on its topic
     * @param exported the lines that the file has
     */
    List<String> lines(Map<FeedbackId, FeedbackReceived> said, Set<String> exported) {
        List<String> lines = new ArrayList<>();
        last.forEach((id, changed) -> Optional.ofNullable(said.get(id))
                .flatMap(feedback -> line(feedback, changed.data()))
                .filter(line -> !exported.contains(line) && !lines.contains(line))
                .ifPresent(lines::add));
        return lines;
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
