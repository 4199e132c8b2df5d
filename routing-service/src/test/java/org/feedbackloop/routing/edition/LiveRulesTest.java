package org.feedbackloop.routing.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedbackloop.routing.edition.Change.change;
import static org.feedbackloop.routing.edition.Change.rules;
import static org.feedbackloop.routing.edition.Change.versionOf;

import java.util.concurrent.CompletableFuture;
import org.feedbackloop.routing.Router;
import org.feedbackloop.routing.edition.Outcome.Live;
import org.feedbackloop.routing.edition.Outcome.Overtaken;
import org.feedbackloop.routing.edition.Outcome.Refused;
import org.feedbackloop.routing.rules.RulesDocument;
import org.feedbackloop.routing.rules.RulesNotRead;
import org.junit.jupiter.api.Test;

class LiveRulesTest {

    private final LiveRules rules = new LiveRules(RulesDocument.parse(rules("started")), Router::new);

    @Test
    void before_the_past_is_read_nobody_knows_what_is_live() {
        assertThat(rules.isKnown()).isFalse();
        assertThatThrownBy(rules::router).isInstanceOf(RulesNotRead.class);
        assertThatThrownBy(rules::standing).isInstanceOf(RulesNotRead.class);
    }

    @Test
    void without_a_past_what_the_replica_was_started_with_is_live() {
        rules.pastIsRead();

        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("started"));
        assertThat(rules.standing().live().number()).isZero();
    }

    @Test
    void of_the_past_the_newest_is_live() {
        rules.takePast(change(1, "one").event());
        rules.takePast(change(2, "two").after("one").event());

        assertThat(rules.pastIsRead()).isEmpty();

        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("two"));
        assertThat(rules.standing().editions()).extracting(Edition::number).containsExactly(0, 1, 2);
    }

    @Test
    void a_past_that_began_with_other_rules_counts_all_the_same() {
        var upgraded = new LiveRules(RulesDocument.parse(rules("shipped-with-the-next-release")), Router::new);
        upgraded.takePast(change(1, "one").event());
        upgraded.takePast(change(2, "two").after("one").event());
        upgraded.pastIsRead();

        assertThat(upgraded.router().rulesVersion()).isEqualTo(versionOf("two"));
    }

    @Test
    void a_change_is_live_at_once() {
        rules.pastIsRead();

        Outcome outcome = rules.take(change(1, "one").event());

        assertThat(outcome).isEqualTo(new Live(rules.standing().live(), true));
        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("one"));
        assertThat(rules.standing().document().text()).isEqualTo(rules("one"));
    }

    @Test
    void of_two_changes_at_once_the_first_on_the_topic_wins() {
        rules.pastIsRead();

        rules.take(change(1, "ada-s").event());
        Outcome second = rules.take(change(1, "bob-s").event());

        assertThat(second).isEqualTo(new Overtaken(rules.standing().live()));
        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("ada-s"));
    }

    @Test
    void a_change_that_is_based_on_something_else_counts_for_nothing() {
        rules.pastIsRead();
        rules.take(change(1, "one").event());

        assertThat(rules.take(change(2, "two").after("other").event())).isInstanceOf(Overtaken.class);
        assertThat(rules.take(change(2, "two").event())).isInstanceOf(Overtaken.class);
        assertThat(rules.take(change(3, "three").after("one").event())).isInstanceOf(Overtaken.class);
        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("one"));
    }

    @Test
    void one_may_go_back_to_an_old_text_and_forth_again() {
        rules.pastIsRead();
        rules.take(change(1, "a").event());
        rules.take(change(2, "b").after("a").event());
        rules.take(change(3, "a").after("b").event());

        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("a"));
        assertThat(rules.standing().edition(versionOf("a")).orElseThrow().number())
                .isEqualTo(3);

        // Based on the first a, and late: it is not taken for a change of the second.
        assertThat(rules.take(change(2, "c").after("a").event())).isInstanceOf(Overtaken.class);
        rules.take(change(4, "b").after("a").event());
        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("b"));
    }

    @Test
    void a_second_delivery_changes_nothing() {
        rules.pastIsRead();
        rules.take(change(1, "one").event());
        rules.take(change(2, "two").after("one").event());
        Router router = rules.router();

        Outcome again = rules.take(change(1, "one").event());

        assertThat(again.<Boolean>fold(Live::now, overtaken -> null, refused -> null, unknown -> null))
                .isFalse();
        assertThat(rules.router()).isSameAs(router);
        assertThat(rules.standing().editions()).hasSize(3);
    }

    @Test
    void what_this_replica_does_not_understand_leaves_the_last_good_rules_live() {
        rules.pastIsRead();
        rules.take(change(1, "one").event());
        Change strange = change(2, "two").after("one").thatNobodyHereUnderstands();

        Outcome outcome = rules.take(strange.event());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .first()
                                .satisfies(problem -> assertThat(problem.path()).isEqualTo("colours")));
        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("one"));
        assertThat(rules.standing().newest().version()).isEqualTo(strange.version());
    }

    @Test
    void after_an_edition_that_it_does_not_understand_a_replica_follows_the_next() {
        rules.pastIsRead();
        rules.take(change(1, "one").event());
        Change strange = change(2, "two").after("one").thatNobodyHereUnderstands();
        rules.take(strange.event());

        rules.take(change(3, "three").basedOn(strange.version()).event());

        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("three"));
    }

    @Test
    void of_a_past_with_something_strange_in_it_the_newest_that_is_understood_is_live() {
        Change strange = change(2, "two").after("one").thatNobodyHereUnderstands();
        rules.takePast(change(1, "one").event());
        rules.takePast(strange.event());

        assertThat(rules.pastIsRead())
                .singleElement()
                .satisfies(refused -> assertThat(refused.edition().number()).isEqualTo(2));

        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("one"));
        assertThat(rules.standing().newest().number()).isEqualTo(2);
    }

    @Test
    void a_version_that_is_not_that_of_its_text_is_refused() {
        rules.pastIsRead();

        assertThat(rules.take(change(1, "one").withAnotherText().event())).isInstanceOf(Refused.class);
        assertThat(rules.router().rulesVersion()).isEqualTo(versionOf("started"));
    }

    @Test
    void whatever_no_router_can_be_made_of_is_refused() {
        var fragile = new LiveRules(RulesDocument.parse(rules("started")), document -> {
            if (document.version().startsWith("one")) {
                throw new IllegalStateException("out of something");
            }
            return new Router(document);
        });
        fragile.pastIsRead();

        assertThat(fragile.take(change(1, "one").event()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.reason()).contains("out of something")));
        assertThat(fragile.router().rulesVersion()).isEqualTo(versionOf("started"));
    }

    @Test
    void who_waits_for_a_change_is_told_what_came_of_it() {
        rules.pastIsRead();
        var ada = change(1, "ada-s").event();
        var bob = change(1, "bob-s").event();
        CompletableFuture<Outcome> adas = rules.outcomeOf(ada.id(), RulesDocument.parse(rules("ada-s")));
        CompletableFuture<Outcome> adasAgain = rules.outcomeOf(ada.id(), RulesDocument.parse(rules("ada-s")));
        CompletableFuture<Outcome> bobs = rules.outcomeOf(bob.id(), RulesDocument.parse(rules("bob-s")));

        rules.take(ada);
        rules.take(bob);

        assertThat(adas).isCompletedWithValueMatching(Live.class::isInstance);
        assertThat(adasAgain).isCompletedWithValueMatching(Live.class::isInstance);
        assertThat(bobs).isCompletedWithValueMatching(Overtaken.class::isInstance);
    }

    @Test
    void a_router_that_somebody_holds_stays_what_it_was() {
        rules.pastIsRead();
        Router held = rules.router();

        rules.take(change(1, "one").event());

        assertThat(held.rulesVersion()).isEqualTo(versionOf("started"));
        assertThat(rules.router()).isNotSameAs(held);
    }
}
