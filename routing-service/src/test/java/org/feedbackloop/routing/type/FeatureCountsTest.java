package org.feedbackloop.routing.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureCountsTest {

    @Test
    void every_feature_is_told_once_with_how_often_it_was_counted() {
        Random random = new Random(7);
        Map<Integer, Integer> expected = new HashMap<>();
        FeatureCounts counts = new FeatureCounts(0);
        for (int i = 0; i < 20_000; i++) {
            int feature = random.nextInt(3_000);
            counts.add(feature);
            expected.merge(feature, 1, Integer::sum);
        }

        Map<Integer, Integer> told = new HashMap<>();
        counts.each((feature, count) -> assertThat(told.put(feature, count)).isNull());

        assertThat(told).isEqualTo(expected);
        assertThat(counts.different()).isEqualTo(expected.size());
    }

    @Test
    void nothing_counted_is_nothing_told() {
        FeatureCounts counts = new FeatureCounts(10);

        counts.each((feature, count) -> {
            throw new AssertionError(feature);
        });

        assertThat(counts.different()).isZero();
    }
}
