package org.feedbackloop.routing.rules;

import java.lang.Character.UnicodeScript;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.Priority;
import org.feedbackloop.routing.category.Category;
import org.feedbackloop.routing.category.LocalWord;
import org.feedbackloop.routing.language.Alphabet;
import org.feedbackloop.routing.language.Language;
import org.feedbackloop.routing.language.LanguageProfile;
import org.feedbackloop.routing.language.LetterGroups;
import org.feedbackloop.routing.obligation.Duty;
import org.feedbackloop.routing.queue.Queue;
import org.feedbackloop.routing.queue.Shift;
import org.feedbackloop.routing.queue.WorkingCalendar;
import org.feedbackloop.routing.queue.WorkingTime;
import org.feedbackloop.routing.reading.Phrases;
import org.feedbackloop.routing.type.Cue;
import org.feedbackloop.routing.type.Negation;

/**
 * Reads a rules document from top to bottom. Later sections refer to earlier ones, so the first section with something
 * wrong in it ends the reading.
 */
final class RulesReader {

    private final Set<Language> answered = new HashSet<>();
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
                "priorities",
                "obligations");
        String name = fields.required("name").as(RulesReader::name);
        fields.required("languages").eachEntry(this::language);
        fields.optional("neighbours").ifPresent(place -> place.eachEntry(this::neighbour));
        fields.optional("signs").ifPresent(place -> cues(Language.UNDETERMINED, place));

        List<Category> categories = fields.required("categories").each(this::category);
        Map<String, Category> byPath = named(categories, Category::path, fields.required("categories"));
        Map<String, WorkingCalendar> calendars = named(
                fields.required("calendars").eachEntry(RulesReader::calendar),
                WorkingCalendar::name,
                fields.required("calendars"));
        List<Queue> queues = fields.required("queues").each(place -> queue(place, byPath.keySet(), calendars));
        Map<String, Queue> queuesByName = named(queues, Queue::name, fields.required("queues"));
        Queue fallback = fields.required("fallback").as(text -> oneOf("queue", text, queuesByName));
        if (!fallback.languages().isEmpty()) {
            throw fields.required("fallback").refused("the fallback must take every language");
        }

        List<String> harm = fields.required("harm").eachEntry(this::harm).stream()
                .flatMap(List::stream)
                .toList();
        var priorities = fields.required("priorities").fields("worstScore", "types");
        return new Rules(
                name,
                profiles,
                cues,
                negations,
                categories,
                queues,
                fallback,
                harm,
                priorities.required("worstScore").as(RulesReader::priority),
                byType(priorities.required("types"), place -> place.as(RulesReader::priority)),
                byType(fields.required("obligations"), RulesReader::duty));
    }

    private static String name(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException("a name has 1 to 40 letters, digits, dots, hyphens and underscores");
        }
        return text;
    }

    private LanguageProfile language(String code, Place place) {
        var fields = place.fields("script", "letters", "words", "negation", "cues");
        Language language = modelled(code, place);
        LanguageProfile profile = profile(language, true, fields);
        answered.add(language);
        fields.optional("negation").ifPresent(negation -> negations.add(negation(language, negation)));
        fields.optional("cues").ifPresent(theirs -> cues(language, theirs));
        return profile;
    }

    private LanguageProfile neighbour(String code, Place place) {
        var fields = place.fields("script", "letters", "words");
        Language language = modelled(code, place);
        if (answered.contains(language)) {
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
                phrases(fields.required("words")));
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

    private void cues(Language language, Place place) {
        place.eachEntry((typeName, theirs) -> {
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

    private Queue queue(Place place, Set<String> categories, Map<String, WorkingCalendar> calendars) {
        var fields = place.fields("name", "categories", "languages", "calendar");
        String name = fields.required("name").text();
        Set<String> theirs = fields.optional("categories")
                .map(list -> Set.copyOf(list.each(item -> item.as(path -> knownCategory(path, categories)))))
                .orElse(Set.of());
        Set<Language> languages = fields.optional("languages")
                .map(list -> Set.copyOf(list.each(item -> answered(item.text(), item))))
                .orElse(Set.of());
        WorkingCalendar calendar = fields.required("calendar").as(text -> oneOf("calendar", text, calendars));
        return place.whole(() -> new Queue(name, theirs, languages, calendar));
    }

    private static String knownCategory(String path, Set<String> categories) {
        if (!categories.contains(path)) {
            throw new IllegalArgumentException("there is no category " + path);
        }
        return path;
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
        place.whole(() -> Phrases.requirePhrase(phrase));
        return phrase;
    }

    private static <T> Map<String, T> named(List<T> things, Function<T, String> name, Place list) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T thing : things) {
            if (named.put(name.apply(thing), thing) != null) {
                throw list.refused(name.apply(thing) + " is there twice");
            }
        }
        return named;
    }

    private static <T> T oneOf(String kind, String name, Map<String, T> known) {
        T thing = known.get(name);
        if (thing == null) {
            throw new IllegalArgumentException(
                    "there is no " + kind + " " + name + "; known: " + String.join(", ", known.keySet()));
        }
        return thing;
    }

    private static <E extends Enum<E>> E constant(String text, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Stream.of(constants).map(RulesReader::written).collect(Collectors.joining(", "))));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
