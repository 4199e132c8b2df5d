package org.feedbackloop.journey.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

    @Test
    void sound_evidence_breaks_no_promise() {
        assertThat(Checker.check(MadeUpEvidence.sound().toEvidence())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plants")
    void what_is_planted_is_found(Proof.Plant plant) {
        assertThat(Checker.check(plant.spoilt())).extracting(Violation::rule).contains(plant.breaks());
    }

    @Test
    void every_promise_has_been_seen_broken() {
        Set<String> broken = plants().stream().map(Proof.Plant::breaks).collect(Collectors.toSet());

        assertThat(broken).hasSize(Checker.size());
    }

    @Test
    void a_violation_names_what_it_is_about() {
        MadeUpEvidence evidence = MadeUpEvidence.sound();
        var lost = evidence.timeline.remove(0);

        assertThat(Checker.check(evidence.toEvidence()))
                .anySatisfy(violation -> assertThat(violation.what())
                        .contains(lost.feedback().toString())
                        .contains("not on the timeline"));
    }

    static List<Proof.Plant> plants() {
        return Proof.plants();
    }
}
