package org.feedbackloop.routing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.feedbackloop.event.v1.FeedbackType.COMPLAINT;
import static org.feedbackloop.event.v1.FeedbackType.IDEA;
import static org.feedbackloop.event.v1.FeedbackType.PRAISE;
import static org.feedbackloop.event.v1.FeedbackType.QUESTION;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.feedbackloop.event.v1.FeedbackType;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void precision_recall_and_their_mean_are_those_of_the_book() {
        Confusion confusion = new Confusion();
        confusion.add(COMPLAINT, COMPLAINT);
        confusion.add(COMPLAINT, COMPLAINT);
        confusion.add(COMPLAINT, COMPLAINT);
        confusion.add(COMPLAINT, PRAISE);
        confusion.add(PRAISE, PRAISE);
        confusion.add(PRAISE, COMPLAINT);

        assertThat(confusion.precision(COMPLAINT)).isEqualTo(0.75);
        assertThat(confusion.recall(COMPLAINT)).isEqualTo(0.75);
        assertThat(confusion.f1(PRAISE)).isEqualTo(0.5);
        assertThat(confusion.macroF1()).isEqualTo(0.625);
        assertThat(confusion.accuracy()).isCloseTo(4 / 6.0, within(1e-9));
        assertThat(confusion.table()).contains("| complaint | 3 | 0 | 0 | 1 | 0 | 0 | 4 | 0.750 | 0.750 | 0.750 |");
    }

    @Test
    void a_type_that_nothing_is_has_no_part_in_the_mean() {
        Confusion confusion = new Confusion();
        confusion.add(QUESTION, QUESTION);
        confusion.add(QUESTION, IDEA);

        assertThat(confusion.occurring()).containsExactly(QUESTION);
        assertThat(confusion.macroF1()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void who_is_right_as_often_as_they_say_has_no_error() {
        Reliability honest = new Reliability();
        Reliability boasting = new Reliability();
        for (int i = 0; i < 100; i++) {
            honest.add(0.75, i % 4 != 0);
            boasting.add(0.95, i % 2 == 0);
        }

        assertThat(honest.expectedError()).isCloseTo(0, within(1e-9));
        assertThat(boasting.expectedError()).isCloseTo(0.45, within(1e-9));
        assertThat(honest.table()).contains("| 0.7 to 0.8 | 100 | 0.75 | 0.75 |");
    }

    @Test
    void scores_that_are_too_sure_of_themselves_are_brought_down() {
        Random random = new Random(3);
        List<FeedbackType> types = new ArrayList<>();
        double[][] scores = new double[3_000][6];
        for (double[] score : scores) {
            FeedbackType is = FeedbackType.values()[random.nextInt(6)];
            FeedbackType told = random.nextInt(10) < 7 ? is : FeedbackType.values()[random.nextInt(6)];
            score[told.ordinal()] = 8;
            types.add(is);
        }

        Calibration calibration = Calibration.of(scores, types);

        assertThat(calibration.factor()).isBetween(0.2, 0.6);
        assertThat(calibration.shares(scores[0])[HeldOut.highest(scores[0]).ordinal()])
                .isCloseTo(0.75, within(0.03));
    }
}
