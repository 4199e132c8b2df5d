package org.feedbackloop.routing.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * How alike a text is to each of a hundred languages, by its letters in groups of one to three: the language model of OpenNLP,
 * as it was trained, in a table of our own.
 *
 * <p>OpenNLP's own detector makes a string of each group and an object of each language, for every text. This one walks over
 * the text and allocates one array, whatever the length, and takes a fourth of the memory. It differs in one thing: the model
 * has no weight for a group that it never saw in a language, which counts for nothing there, and so speaks for the languages
 * that it saw least of. Here such a group speaks against them.
 *
 * <p>Immutable, and so safe for use by many threads.
 */
public final class LetterGroups {

    private static final String MODEL = "/langdetect-183.bin";

    /** About what the model itself holds against a language in which it saw a group now and then. */
    private static final float NEVER_SEEN = 0.05f;

    /** The model's names for a language that others go by the name of, and for parts of one. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("pes", "fa", "ekk", "et", "lvs", "lv", "cmn", "zh", "plt", "mg");

    private static final int CHARACTER_BITS = 16;
    private static final long TWO = (1L << 2 * CHARACTER_BITS) - 1;
    private static final long THREE = (1L << 3 * CHARACTER_BITS) - 1;

    /** By their number in the model: two letters where a language has them, else three. */
    private final List<String> names;

    /** The groups, in a table with open addressing; no group is 0. */
    private final long[] groups;

    /** For each place in the table, where what belongs to it begins in the two arrays below, and how much it is. */
    private final int[] begins;

    private final byte[] counts;
    private final byte[] languages;
    private final float[] weights;

    private LetterGroups(String[] modelNames, Map<String, Context> model, float neverSeen) {
        names = twoLetterNames(modelNames);
        int size = Integer.highestOneBit(model.size()) << 2;
        groups = new long[size];
        begins = new int[size];
        counts = new byte[size];
        int total = model.values().stream()
                .mapToInt(context -> context.getOutcomes().length)
                .sum();
        languages = new byte[total];
        weights = new float[total];
        int next = 0;
        for (Map.Entry<String, Context> entry : model.entrySet()) {
            int place = place(packed(entry.getKey()));
            int[] theirs = entry.getValue().getOutcomes();
            groups[place] = packed(entry.getKey());
            begins[place] = next;
            counts[place] = (byte) theirs.length;
            for (int i = 0; i < theirs.length; i++) {
                languages[next] = (byte) theirs[i];
                weights[next] = (float) entry.getValue().getParameters()[i] + neverSeen;
                next++;
            }
        }
    }

    /** The model that ships with OpenNLP. Read when it is first asked for, which takes a second or two, and then kept. */
    public static LetterGroups shipped() {
        return Shipped.MODEL;
    }

    /**
     * A model of OpenNLP's.
     *
     * @param neverSeen what is held against a language for each group of letters that was never seen in it
     */
    @SuppressWarnings("unchecked") // AbstractModel says only in words what its array holds
    static LetterGroups of(LanguageDetectorModel model, float neverSeen) {
        Object[] parts = ((AbstractModel) model.getMaxentModel()).getDataStructures();
        return new LetterGroups((String[]) parts[2], (Map<String, Context>) parts[1], neverSeen);
    }

    /** Those it tells apart, by their numbers; one language may have several numbers. */
    List<String> names() {
        return names;
    }

    public boolean knows(Language language) {
        return names.contains(language.code());
    }

    /**
     * For each language by its number, how much speaks for it; only the differences mean something.
     *
     * @param text in lower case
     */
    float[] likeness(CharSequence text) {
        float[] likeness = new float[names.size()];
        long group = 0;
        for (int at = 0; at < text.length(); at++) {
            group = (group << CHARACTER_BITS | text.charAt(at)) & THREE;
            add(group & Character.MAX_VALUE, likeness);
            if (at > 0) {
                add(group & TWO, likeness);
            }
            if (at > 1) {
                add(group, likeness);
            }
        }
        return likeness;
    }

    private void add(long group, float[] likeness) {
        int place = place(group);
        int begin = begins[place];
        int end = begin + counts[place];
        for (int i = begin; i < end; i++) {
            likeness[languages[i]] += weights[i];
        }
    }

    /** Where the group is, or would be. */
    private int place(long group) {
        int mask = groups.length - 1;
        long mixed = group * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (groups[place] != 0 && groups[place] != group) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static long packed(String group) {
        long packed = 0;
        for (int i = 0; i < group.length(); i++) {
            packed = packed << CHARACTER_BITS | group.charAt(i);
        }
        return packed;
    }

    private static List<String> twoLetterNames(String[] modelNames) {
        Map<String, String> twoLetters = new HashMap<>(OTHER_NAMES);
        for (String code : Locale.getISOLanguages()) {
            twoLetters.put(Locale.forLanguageTag(code).getISO3Language(), code);
        }
        return Arrays.stream(modelNames)
                .map(name -> Optional.ofNullable(twoLetters.get(name)).orElse(name))
                .toList();
    }

    /** Read by the first who asks. */
    private static final class Shipped {

        static final LetterGroups MODEL = of(read(), NEVER_SEEN);
    }

    static LanguageDetectorModel read() {
        try (InputStream file = LetterGroups.class.getResourceAsStream(MODEL)) {
            if (file == null) {
                throw new FileNotFoundException(MODEL);
            }
            return new LanguageDetectorModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
