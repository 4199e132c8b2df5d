package org.feedbackloop.routing.rules;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.CustomerClass;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.language.Alphabet;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.language.LanguageProfile;
import org.feedbackloop.routing.language.LetterGroups;
import org.feedbackloop.routing.priority.Step;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.type.Cue;
import org.feedbackloop.routing.type.Negation;

/**
 * Reads a rules document from top to bottom. Later sections refer to earlier ones: a name that one of those gives counts as
 * known even if something else is wrong there, so that each mistake is told once.
 */
final class RulesReader {

    private final AnsweredLanguages languages = new AnsweredLanguages();
    private final AskedSkills skills = new AskedSkills();
    private final GivenNames names = new GivenNames();
    private final List<LanguageProfile> profiles = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();
    private final Set<String> cuePhrases = new HashSet<>();
    private final List<Negation> negations = new ArrayList<>();

    private RulesReader() {}

    static Rules read(String yaml) {
        return new RulesReader().rules(Place.rootOf(yaml));
    }

    private Rules rules(Place root) {
        var fields = root.fields(
                "name",
                "languages",
                "neighbours",
                "signs",
                "categories",
                "calendars",
                "queues",
                "fallback",
                "harm",
                "skills",
                "priorities",
                "obligations");
        var name = root.section(() -> fields.required("name").as(RulesReader::name));
        root.section(() -> languages(fields.required("languages")));
        fields.optional("neighbours").ifPresent(place -> root.section(() -> place.eachEntry(this::neighbour)));
        fields.optional("signs").ifPresent(place -> root.section(() -> cues(Language.UNDETERMINED, place)));

        var categories = root.section(() -> {
            Place section = fields.required("categories");
            names.give("category", section.textsOf("path"));
            return new CategoryReader(languages, skills).categories(section);
        });
        var calendars = root.section(() -> {
            Place section = fields.required("calendars");
            names.give("calendar", section.keys());
            return CalendarReader.calendars(section);
        });
        QueueReader queueReader = new QueueReader(languages, names, calendars.orElse(Map.of()));
        var queues = root.section(() -> {
            Place section = fields.required("queues");
            names.give("queue", section.textsOf("name"));
            return queueReader.queues(section);
        });
        var fallback = root.section(() -> queueReader.general(fields.required("fallback")));
        var harm = root.section(() -> new HarmReader(languages, skills).harms(fields.required("harm")));
        var skillsOfTypes = root.section(() -> fields.optional("skills")
                .map(place -> byType(place, skills::asked))
                .orElse(Map.of()));
        if (names.areAllOf("queue", queues.orElse(List.of()).size())) {
            skills.requireHadBy(queues.orElse(List.of()), root);
        }
        var priorities = root.section(() -> fields.required("priorities").fields("worstScore", "types", "classes"));
        var worstScore =
                root.section(() -> priorities.get().required("worstScore").as(RulesReader::priority));
        var byType = root.section(
                () -> byType(priorities.get().required("types"), place -> place.as(RulesReader::priority)));
        var classes = root.section(() ->
                priorities.get().optional("classes").map(RulesReader::classes).orElse(Map.of()));
        var duties = root.section(() -> byType(fields.required("obligations"), HarmReader::duty));
        root.requireSound();
        return new Rules(
                name.get(),
                profiles,
                cues,
                negations,
                categories.get(),
                queues.get(),
                fallback.get(),
                harm.get(),
                worstScore.get(),
                byType.get(),
                classes.get(),
                skillsOfTypes.get(),
                duties.get());
    }

    private static String name(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException("a name has 1 to 40 letters, digits, dots, hyphens and underscores");
        }
        return text;
    }

    private List<LanguageProfile> languages(Place section) {
        if (section.keys().isEmpty()) {
            throw section.refused("somebody must be answered in some language");
        }
        return section.eachEntry(this::language);
    }

    private LanguageProfile language(String code, Place place) {
        var fields = place.fields("script", "letters", "words", "negation", "cues");
        Language language = modelled(code, place);
        languages.add(language);
        var profile = place.section(() -> profile(language, true, fields));
        fields.optional("negation")
                .ifPresent(negation -> place.section(() -> negations.add(negation(language, negation))));
        fields.optional("cues").ifPresent(theirs -> place.section(() -> cues(language, theirs)));
        return profile.get();
    }

    private LanguageProfile neighbour(String code, Place place) {
        var fields = place.fields("script", "letters", "words");
        Language language = modelled(code, place);
        if (languages.has(language)) {
            throw place.refused("is one of the languages, and no neighbour");
        }
        return profile(language, false, fields);
    }

    private static Language modelled(String code, Place place) {
        Language language = place.whole(() -> new Language(code));
        if (!LetterGroups.shipped().knows(language)) {
            throw place.refused(code + " is none of the languages that can be told from others by their letters");
        }
        return language;
    }

    private LanguageProfile profile(Language language, boolean isAnswered, Place.Fields fields) {
        LanguageProfile profile = new LanguageProfile(
                language,
                isAnswered,
                fields.required("script").as(RulesReader::script),
                fields.optional("letters")
                        .map(letters -> letters.as(Alphabet::parse))
                        .orElse(Alphabet.UNTOLD),
                Texts.phrases(fields.required("words")));
        profiles.add(profile);
        return profile;
    }

    private static UnicodeScript script(String text) {
        try {
            return UnicodeScript.forName(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no script " + text, e);
        }
    }

    private static Negation negation(Language language, Place place) {
        var fields = place.fields("words", "side", "reach");
        List<String> words = Texts.phrases(fields.required("words"));
        Negation.Side side = fields.required("side").as(text -> Texts.constant(text, Negation.Side.values()));
        int reach = fields.required("reach").as(Texts::number);
        return place.whole(() -> new Negation(language, words, side, reach));
    }

    private List<FeedbackType> cues(Language language, Place place) {
        return place.eachEntry((typeName, theirs) -> {
            FeedbackType type = theirs.whole(() -> Texts.constant(typeName, FeedbackType.values()));
            if (type == FeedbackType.OTHER) {
                throw theirs.refused("other is what is left over, and has no cues");
            }
            var fields = theirs.fields("decisive", "strong", "weak");
            fields.optional("decisive").ifPresent(list -> cues(language, type, Cue.Strength.DECISIVE, list));
            fields.optional("strong").ifPresent(list -> cues(language, type, Cue.Strength.STRONG, list));
            fields.optional("weak").ifPresent(list -> cues(language, type, Cue.Strength.WEAK, list));
            return type;
        });
    }

    private void cues(Language language, FeedbackType type, Cue.Strength strength, Place list) {
        list.each(place -> {
            String phrase = Texts.phrase(place);
            if (!cuePhrases.add(language + " " + Phrases.requirePhrase(phrase))) {
                throw place.refused("the same phrase is a cue already");
            }
            return cues.add(new Cue(language, type, strength, phrase));
        });
    }

    private static Priority priority(String text) {
        return Texts.constant(text, Priority.values());
    }

    private static Map<CustomerClass, Step> classes(Place place) {
        Map<CustomerClass, Step> classes = new LinkedHashMap<>();
        place.eachEntry((name, step) -> {
            CustomerClass of = step.whole(() -> customerClass(name));
            return classes.put(of, step.as(text -> Texts.constant(text, Step.values())));
        });
        return classes;
    }

    private static CustomerClass customerClass(String name) {
        return Stream.of(CustomerClass.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of A, B, C"));
    }

    private static <T> Map<FeedbackType, T> byType(Place place, Function<Place, T> read) {
        Map<FeedbackType, T> byType = new LinkedHashMap<>();
        place.eachEntry((typeName, value) -> {
            FeedbackType type = value.whole(() -> Texts.constant(typeName, FeedbackType.values()));
            return byType.put(type, read.apply(value));
        });
        return byType;
    }
}
