package org.feedbackloop.intake.channel.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.draft.Adapted;
import org.feedbackloop.intake.draft.Normalisation;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what somebody answered, question by question, and makes one feedback of it: every answer is kept with its question,
 * the words are the text, and the score is the rating.
 *
 * <p>Of several scores NPS counts, for it asks for the whole, and else the first. The text is what was written where there was
 * room to write; only where nothing was is it the longest of the short answers.
 */
public final class AnsweredSurvey {

    /** Together with their text, these stay well below what the broker takes. */
    private static final int MOST_ANSWERS = 100;

    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_ANSWER = 2_000;

    private final Normalisation normal;
    private final List<SurveyAnswer.Answer> answers = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<String> shortTexts = new ArrayList<>();
    private final Set<String> emails = new LinkedHashSet<>();
    private final Set<String> phones = new LinkedHashSet<>();
    private @Nullable Rating rating;

    public AnsweredSurvey(Normalisation normal) {
        this.normal = normal.channel(Channel.SURVEY);
    }

    /** An answer of any kind, to be kept as it is. */
    public AnsweredSurvey answer(@Nullable String question, @Nullable String answer) {
        String said = normal.cleaned("answer", answer, LONGEST_ANSWER);
        if (said != null && answers.size() < MOST_ANSWERS) {
            String asked = normal.line("question", question, LONGEST_QUESTION);
            answers.add(new SurveyAnswer.Answer(asked == null ? "" : asked, said));
        }
        return this;
    }

    /** What was written where there was room to write. */
    public AnsweredSurvey words(@Nullable String text) {
        return keep(text, written);
    }

    /** What was written on one line: a name as often as an opinion. */
    public AnsweredSurvey line(@Nullable String text) {
        return keep(text, shortTexts);
    }

    private AnsweredSurvey keep(@Nullable String text, List<String> texts) {
        if (text != null && !text.isBlank()) {
            texts.add(text.strip());
        }
        return this;
    }

    /** A score; left out if it is not on its scale. */
    public AnsweredSurvey score(RatingScale scale, int score) {
        boolean counts = rating == null || (scale == RatingScale.NPS && rating.scale() != RatingScale.NPS);
        int lowest = scale == RatingScale.NPS ? 0 : 1;
        int highest = scale == RatingScale.NPS ? 10 : 5;
        if (counts && score >= lowest && score <= highest) {
            rating = new Rating(scale, score);
        }
        return this;
    }

    /** Said once, however often it is said. */
    public AnsweredSurvey email(@Nullable String email) {
        if (email != null && emails.add(email.strip().toLowerCase(Locale.ROOT))) {
            normal.email("email", email);
        }
        return this;
    }

    public AnsweredSurvey phone(@Nullable String phone) {
        if (phone != null && phones.add(phone.strip())) {
            normal.phone("phone", phone);
        }
        return this;
    }

    /** @param survey its name or number with the provider */
    public Adapted outcome(@Nullable String survey) {
        normal.text("text", text());
        if (rating != null) {
            normal.rating("scale", rating.scale().wireName(), "score", rating.score());
        }
        String kind = rating == null ? "free-text" : rating.scale().wireName();
        return normal.details(new SurveyAnswer(kind, normal.line("survey", survey, 200), answers))
                .outcome("text");
    }

    private String text() {
        Stream<String> said = written.isEmpty()
                ? shortTexts.stream().max(Comparator.comparingInt(String::length)).stream()
                : written.stream();
        return said.collect(Collectors.joining("\n\n"));
    }
}
