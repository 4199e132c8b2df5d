package org.feedbackloop.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedbackloop.routing.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuesTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            "office", ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, List.of(Shift.parse("09:00-18:00"))), Set.of());

    private final Queue general = new Queue("general", Set.of(), Set.of(), CALENDAR);
    private final Queues queues = new Queues(
            List.of(
                    new Queue("billing-pl", Set.of("billing"), Set.of(new Language("pl")), CALENDAR),
                    new Queue("billing", Set.of("billing"), Set.of(new Language("en"), new Language("ru")), CALENDAR),
                    new Queue("delivery", Set.of("delivery"), Set.of(), CALENDAR),
                    general),
            general);

    @ParameterizedTest
    @CsvSource({
        "billing,         pl,  billing-pl",
        "billing,         en,  billing",
        "billing/invoice, en,  billing",
        "billing,         hi,  general",
        "billing,         und, general",
        "delivery,        und, delivery",
        "billings,        en,  general",
        "general,         en,  general",
        "unheard/of,      en,  general",
    })
    void the_first_that_answers_for_it_and_speaks_the_language_takes_it(
            String category, String language, String expected) {
        assertThat(queues.of(category, new Language(language)).value().name()).isEqualTo(expected);
    }
}
