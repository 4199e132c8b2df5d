package org.feedbackloop.intake.draft;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.jspecify.annotations.Nullable;

/** Brings single values into normal form, and notes every one that cannot be. */
abstract class FieldValues {

    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    final Instant receivedAt;
    final boolean canBeMended;
    final List<FieldProblem> problems = new ArrayList<>(0);

    FieldValues(Instant receivedAt, boolean canBeMended) {
        this.receivedAt = receivedAt;
        this.canBeMended = canBeMended;
    }

    /** A time that may lie ahead, with offset after RFC 3339; null if there is none, or none that can be read. */
    public @Nullable Instant time(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Optional<Instant> time = parsedTime(value);
        if (time.isEmpty()) {
            problem(name, "must be a time with offset after RFC 3339, like 2026-03-01T09:30:00+03:30");
        }
        return time.orElse(null);
    }

    /** A time that has been. */
    public @Nullable Instant pastTime(String name, @Nullable String value) {
        Instant time = time(name, value);
        return time == null ? null : inRange(name, time);
    }

    /** A date without a zone, {@code 2026-03-01}; null if there is none, or none that can be read. */
    public @Nullable LocalDate date(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            problem(name, "must be a date like 2026-03-01");
            return null;
        }
    }

    /** A time zone; null if there is none, or none that is known. */
    public @Nullable ZoneId zone(String name, @Nullable String value) {
        String line = line(name, value, 60);
        if (line == null || ZoneRulesProvider.getAvailableZoneIds().contains(line)) {
            return line == null ? null : ZoneId.of(line);
        }
        problem(name, "must be an IANA time zone, like Europe/Warsaw");
        return null;
    }

    /** A whole number; null if there is none, or it is out of its range. */
    public @Nullable Integer number(String name, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            problem(name, "must be " + least + " to " + most);
            return null;
        }
        return value;
    }

    /** One word of several; null if there is none, or another. */
    public @Nullable String oneOf(String name, @Nullable String value, Collection<String> words) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!words.contains(value)) {
            problem(name, "must be one of " + String.join(", ", words));
            return null;
        }
        return value;
    }

    private static Optional<Instant> parsedTime(String value) {
        try {
            return Optional.of(ITU.parseDateTime(value.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant inRange(String name, Instant time) {
        if (!canBeMended) {
            return time.isBefore(EARLIEST) || time.isAfter(receivedAt.plus(CLOCK_SKEW)) ? receivedAt : time;
        }
        if (time.isBefore(EARLIEST)) {
            problem(name, "must not be before the year 2000");
        } else if (time.isAfter(receivedAt.plus(CLOCK_SKEW))) {
            problem(name, "must not be more than five minutes in the future");
        }
        return time;
    }

    /** A text that stands on one line: no line breaks or other control characters. Null if there is none that can be used. */
    public @Nullable String line(String name, @Nullable String value, int longest) {
        String cleaned = cleaned(name, value == null || canBeMended ? value : Repairs.onOneLine(value), longest);
        if (cleaned != null && Repairs.hasControls(cleaned)) {
            problem(name, "must not contain line breaks or control characters");
            return null;
        }
        return cleaned;
    }

    /** A text of many lines. Null if there is none that can be used. */
    public @Nullable String cleaned(String name, @Nullable String value, int longest) {
        if (value == null) {
            return null;
        }
        String stripped = (canBeMended ? value : Repairs.fitted(value, longest)).strip();
        if (stripped.isEmpty()) {
            return null;
        }
        if (stripped.length() > longest) {
            problem(name, "must not be longer than " + longest + " characters");
            return null;
        }
        if (!Repairs.isStorable(stripped)) {
            problem(name, "must not contain NUL characters or halves of surrogate pairs");
            return null;
        }
        return stripped;
    }

    final boolean isProblem(String name) {
        return problems.stream().anyMatch(problem -> problem.name().equals(name));
    }

    /** Notes what is to be mended in a field, without what stands in it: the first thing that is, where there are several. */
    public void problem(String name, String reason) {
        if (canBeMended && !isProblem(name)) {
            problems.add(new FieldProblem(name, reason));
        }
    }
}
