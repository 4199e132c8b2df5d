package org.feedbackloop.routing.rules;

import java.util.List;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.harm.Harm;
import org.feedbackloop.routing.obligation.Duty;
import org.feedbackloop.routing.queue.WorkingTime;

/** Reads the kinds of harm, the gravest first. */
final class HarmReader {

    private final AnsweredLanguages languages;
    private final AskedSkills skills;

    HarmReader(AnsweredLanguages languages, AskedSkills skills) {
        this.languages = languages;
        this.skills = skills;
    }

    List<Harm> harms(Place section) {
        return section.eachEntry(this::harm);
    }

    private Harm harm(String kind, Place place) {
        var fields = place.fields("words", "unless", "priority", "supervisor", "skill", "duty");
        return place.whole(() -> new Harm(
                kind,
                phrases(fields.required("words")),
                fields.optional("unless").map(this::phrases).orElse(List.of()),
                fields.optional("priority")
                        .map(text -> text.as(name -> Texts.constant(name, Priority.values())))
                        .orElse(Priority.URGENT),
                fields.optional("supervisor")
                        .map(text -> text.as(Texts::isTrue))
                        .orElse(false),
                fields.optional("skill").map(skills::asked).orElse(null),
                fields.optional("duty").map(HarmReader::duty).orElse(null)));
    }

    private List<String> phrases(Place byLanguage) {
        return languages.phrases(byLanguage, (language, phrase) -> phrase);
    }

    /** Of a type as of a kind of harm. */
    static Duty duty(Place place) {
        var fields = place.fields("action", "within", "acknowledgeWithin");
        String action = fields.required("action").text();
        WorkingTime within = fields.required("within").as(WorkingTime::parse);
        WorkingTime acknowledgeWithin = fields.optional("acknowledgeWithin")
                .map(text -> text.as(WorkingTime::parse))
                .orElse(null);
        return place.whole(() -> new Duty(action, within, acknowledgeWithin));
    }
}
