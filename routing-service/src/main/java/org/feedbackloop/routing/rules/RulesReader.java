package org.feedbackloop.routing.rules;

import java.lang.Character.UnicodeScript;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.category.LocalWord;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.language.LanguageProfile;
import org.feedbackloop.routing.obligation.Duty;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.queue.Shift;
import org.feedbackloop.routing.queue.WorkingCalendar;
import org.feedbackloop.routing.queue.WorkingTime;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.type.Cue;
import org.feedbackloop.routing.type.Negation;

/**
 * Reads a rules document from top to bottom. Later sections refer to earlier ones: a name that one of those gives counts as
 * known even if something else is wrong there, so that each mistake is told once.
 */
final class RulesReader {

    private static final int LONGEST_PHRASE = 200;

    private final Set<Language> answered = new HashSet<>();
    private final List<LanguageProfile> profiles = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();
    private final Set<String> cuePhrases = new HashSet<>();
    private final List<Negation> negations = new ArrayList<>();
    private final Set<String> namesTaken = new HashSet<>();

    /** The names of each kind that the document gives, sound or not; none of a kind whose section cannot be read at all. */
    private final Map<String, Set<String>> given = new HashMap<>();

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
                "priorities",
                "obligations");
        var name = root.section(() -> fields.required("name").as(RulesReader::name));
        root.section(() -> languages(fields.required("languages")));
        fields.optional("neighbours").ifPresent(place -> root.section(() -> place.eachEntry(this::neighbour)));
        fields.optional("signs").ifPresent(place -> root.section(() -> cues(Language.UNDETERMINED, place)));

        var categories = root.section(() -> {
            Place section = fields.required("categories");
            given.put("category", section.textsOf("path"));
            return section.each(place -> once("category", Category::path, category(place), place));
        });
        var calendars = root.section(() -> {
            Place section = fields.required("calendars");
            given.put("calendar", section.keys());
            return named(section.eachEntry(RulesReader::calendar), WorkingCalendar::name);
        });
        var queues = root.section(() -> {
            Place section = fields.required("queues");
            given.put("queue", section.textsOf("name"));
            return named(
                    section.each(place -> once("queue", Queue::name, queue(place, calendars.orElse(Map.of())), place)),
                    Queue::name);
        });
        var fallback = root.section(() -> fallback(fields.required("fallback"), queues.orElse(Map.of())));

        var harm = root.section(() -> fields.required("harm").eachEntry(this::harm).stream()
                .flatMap(List::stream)
                .toList());
        var priorities = root.section(() -> fields.required("priorities").fields("worstScore", "types"));
        var worstScore =
                root.section(() -> priorities.get().required("worstScore").as(RulesReader::priority));
        var byType = root.section(
                () -> byType(priorities.get().required("types"), place -> place.as(RulesReader::priority)));
        var duties = root.section(() -> byType(fields.required("obligations"), RulesReader::duty));
        root.requireSound();
        return new Rules(
                name.get(),
                profiles.stream()
                        .map(profile -> profile.withWords(vocabulary(profile, categories.get())))
                        .toList(),
                cues,
                negations,
                categories.get(),
                List.copyOf(queues.get().values()),
                fallback.get(),
                harm.get(),
                worstScore.get(),
                byType.get(),
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
        Language language = place.whole(() -> new Language(code));
        answered.add(language);
        LanguageProfile profile = profile(language, true, fields);
        fields.optional("negation").ifPresent(negation -> negations.add(negation(language, negation)));
        fields.optional("cues").ifPresent(theirs -> cues(language, theirs));
        return profile;
    }

    private LanguageProfile neighbour(String code, Place place) {
        var fields = place.fields("script", "letters", "words");
        Language language = place.whole(() -> new Language(code));
        if (answered.contains(language)) {
            throw place.refused("is one of the languages, and no neighbour");
        }
        return profile(language, false, fields);
    }

    private LanguageProfile profile(Language language, boolean isAnswered, Place.Fields fields) {
        LanguageProfile profile = new LanguageProfile(
                language,
                isAnswered,
                fields.required("script").as(RulesReader::script),
                fields.optional("letters").map(Place::text).orElse(""),
                phrases(fields.required("words")));
        profiles.add(profile);
        return profile;
    }

    /** All that the document knows of a language: short feedback often has a cue and no small word. */
    private List<String> vocabulary(LanguageProfile profile, List<Category> categories) {
        Map<String, String> vocabulary = new LinkedHashMap<>();
        Stream.of(
                        profile.words().stream(),
                        cues.stream()
                                .filter(cue -> cue.language().equals(profile.language()))
                                .map(Cue::phrase),
                        categories.stream()
                                .flatMap(category -> category.words().stream())
                                .filter(word -> word.language().equals(profile.language()))
                                .map(LocalWord::phrase))
                .flatMap(phrases -> phrases)
                .forEach(phrase -> vocabulary.putIfAbsent(Phrases.requirePhrase(phrase), phrase));
        return List.copyOf(vocabulary.values());
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
        List<String> words = phrases(fields.required("words"));
        Negation.Side side = fields.required("side").as(text -> constant(text, Negation.Side.values()));
        int reach = fields.required("reach").as(RulesReader::number);
        return place.whole(() -> new Negation(language, words, side, reach));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private List<FeedbackType> cues(Language language, Place place) {
        return place.eachEntry((typeName, theirs) -> {
            FeedbackType type = theirs.whole(() -> constant(typeName, FeedbackType.values()));
            if (type == FeedbackType.OTHER) {
                throw theirs.refused("other is what is left over, and has no cues");
            }
            var fields = theirs.fields("strong", "weak");
            fields.optional("strong").ifPresent(list -> cues(language, type, true, list));
            fields.optional("weak").ifPresent(list -> cues(language, type, false, list));
            return type;
        });
    }

    private void cues(Language language, FeedbackType type, boolean strong, Place list) {
        list.each(place -> {
            String phrase = phrase(place);
            if (!cuePhrases.add(language + " " + Phrases.requirePhrase(phrase))) {
                throw place.refused("the same phrase is a cue already");
            }
            return cues.add(new Cue(language, type, strong, phrase));
        });
    }

    private Category category(Place place) {
        var fields = place.fields("path", "products", "pages", "words");
        String path = fields.required("path").text();
        List<String> products =
                fields.optional("products").map(RulesReader::phrases).orElse(List.of());
        List<String> pages = fields.optional("pages").map(RulesReader::phrases).orElse(List.of());
        List<LocalWord> words = new ArrayList<>();
        fields.optional("words")
                .ifPresent(byLanguage -> byLanguage.eachEntry((code, list) -> {
                    Language language = answered(code, list);
                    return words.addAll(phrases(list).stream()
                            .map(phrase -> new LocalWord(language, phrase))
                            .toList());
                }));
        return place.whole(() -> new Category(path, products, pages, words));
    }

    private static WorkingCalendar calendar(String name, Place place) {
        var fields = place.fields("zone", "week", "holidays");
        ZoneId zone = fields.required("zone").as(ZoneId::of);
        Map<DayOfWeek, List<Shift>> week = new LinkedHashMap<>();
        fields.required("week").eachEntry((dayName, shifts) -> {
            DayOfWeek day = shifts.whole(() -> constant(dayName, DayOfWeek.values()));
            return week.put(day, shifts.each(shift -> shift.as(Shift::parse)));
        });
        Set<LocalDate> holidays = fields.optional("holidays")
                .map(list -> Set.copyOf(list.each(date -> date.as(LocalDate::parse))))
                .orElse(Set.of());
        return place.whole(() -> new WorkingCalendar(name, zone, week, holidays));
    }

    private Queue queue(Place place, Map<String, WorkingCalendar> calendars) {
        var fields = place.fields("name", "categories", "languages", "calendar");
        String name = fields.required("name").text();
        Set<String> theirs = fields.optional("categories")
                .map(list -> Set.copyOf(list.each(item -> item.as(this::knownCategory))))
                .orElse(Set.of());
        Set<Language> languages = fields.optional("languages")
                .map(list -> Set.copyOf(list.each(item -> answered(item.text(), item))))
                .orElse(Set.of());
        WorkingCalendar calendar = fields.required("calendar").as(text -> oneOf("calendar", text, calendars));
        return place.whole(() -> new Queue(name, theirs, languages, calendar));
    }

    private Queue fallback(Place place, Map<String, Queue> queues) {
        Queue fallback = place.as(text -> oneOf("queue", text, queues));
        if (!fallback.languages().isEmpty()) {
            throw place.refused("the fallback must take every language");
        }
        return fallback;
    }

    private String knownCategory(String path) {
        return requireGiven("category", path);
    }

    private List<String> harm(String code, Place list) {
        answered(code, list);
        return phrases(list);
    }

    private static Duty duty(Place place) {
        var fields = place.fields("action", "within", "acknowledgeWithin");
        String action = fields.required("action").text();
        WorkingTime within = fields.required("within").as(WorkingTime::parse);
        WorkingTime acknowledgeWithin = fields.optional("acknowledgeWithin")
                .map(text -> text.as(WorkingTime::parse))
                .orElse(null);
        return place.whole(() -> new Duty(action, within, acknowledgeWithin));
    }

    private static Priority priority(String text) {
        return constant(text, Priority.values());
    }

    private static <T> Map<FeedbackType, T> byType(Place place, Function<Place, T> read) {
        Map<FeedbackType, T> byType = new LinkedHashMap<>();
        place.eachEntry((typeName, value) -> {
            FeedbackType type = value.whole(() -> constant(typeName, FeedbackType.values()));
            return byType.put(type, read.apply(value));
        });
        return byType;
    }

    private Language answered(String code, Place place) {
        Language language = place.whole(() -> new Language(code));
        if (answered.isEmpty()) {
            throw RulesRefused.alreadyTold();
        }
        if (!answered.contains(language)) {
            throw place.refused(code + " is none of the languages");
        }
        return language;
    }

    private static List<String> phrases(Place list) {
        Set<String> seen = new HashSet<>();
        return list.each(place -> {
            String phrase = phrase(place);
            if (!seen.add(Phrases.requirePhrase(phrase))) {
                throw place.refused("the same phrase is in this list already");
            }
            return phrase;
        });
    }

    private static String phrase(Place place) {
        String phrase = place.text();
        if (phrase.length() > LONGEST_PHRASE) {
            throw place.refused("a phrase has at most " + LONGEST_PHRASE + " characters");
        }
        place.whole(() -> Phrases.requirePhrase(phrase));
        return phrase;
    }

    private <T> T once(String kind, Function<T, String> name, T thing, Place place) {
        if (!namesTaken.add(kind + " " + name.apply(thing))) {
            throw place.refused(name.apply(thing) + " is there twice");
        }
        return thing;
    }

    private static <T> Map<String, T> named(List<T> things, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        things.forEach(thing -> named.put(name.apply(thing), thing));
        return named;
    }

    private <T> T oneOf(String kind, String name, Map<String, T> sound) {
        T thing = sound.get(requireGiven(kind, name));
        if (thing == null) {
            throw RulesRefused.alreadyTold();
        }
        return thing;
    }

    private String requireGiven(String kind, String name) {
        Set<String> known = given.get(kind);
        if (known == null) {
            throw RulesRefused.alreadyTold();
        }
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no " + kind + " " + name + Spelling.hint(name, known, "known"));
        }
        return name;
    }

    private static <E extends Enum<E>> E constant(String text, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Stream.of(constants).map(RulesReader::written).toList();
                    return new IllegalArgumentException(
                            "must be one of " + String.join(", ", known) + Spelling.hint(text, known));
                });
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
