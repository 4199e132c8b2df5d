package org.feedbackloop.routing.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How alike a text is to each of a hundred languages, by its letters in groups of one to three: OpenNLP's model for the detection
 * of languages, as it was trained, in a table of our own.
 *
 * <p>OpenNLP's own detector makes a string of each group and an object of each language, for every text, and keeps forty
 * megabytes, which while they are read are twice as many. This one keeps ten, walks over the text, and allocates one array
 * whatever the length.
 *
 * <p>It differs in one thing: the model has no weight for a group that was never seen in a language. That would count for nothing
 * there, and so speak for the languages that least was seen of. Here such a group speaks against them.
 *
 * <p>Immutable, and so safe for use by many threads.
 */
public final class LetterGroups {

    /** About what the model itself holds against a language in which it saw a group now and then. */
    private static final float NEVER_SEEN = 0.05f;

    /** The model's names for a language that others go by the name of, and for parts of one. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("pes", "fa", "ekk", "et", "lvs", "lv", "cmn", "zh", "plt", "mg");

    private static final int BYTE = 0xFF;

    /** With so many weights a group has a row, which is summed up several at a time. */
    private static final int MANY = 40;

    /** Stands for the number of weights where there is a row. */
    private static final int ROW = BYTE;

    private static final int CHARACTER_BITS = 16;
    private static final long TWO = (1L << 2 * CHARACTER_BITS) - 1;
    private static final long THREE = (1L << 3 * CHARACTER_BITS) - 1;

    /** By their number in the model: two letters where a language has them, else three. */
    private final List<String> names;

    /**
     * Two numbers for each place. First the group, in its place or the next free one; no group is 0. Then where its weights begin,
     * and how many there are. They stand together, for a text asks for groups all over the table.
     */
    private final long[] groups;

    /**
     * A weight for each language that a group was seen in: the number of the language in the last bits of the weight's own. Of
     * groups that were seen in few languages, which are most.
     */
    private final int[] weights;

    /** A weight for every language, 0 where it was never seen. Of groups that were seen in many, which are most of a text. */
    private final float[] rows;

    LetterGroups(OpenNlpModel model, float neverSeen) {
        names = twoLetterNames(model.languages());
        groups = new long[2 * (Integer.highestOneBit(model.groups().length) << 1)];
        int withRow = 0;
        int withoutRow = 0;
        for (byte[] theirs : model.languagesOfGroup()) {
            if (theirs.length < MANY) {
                withoutRow += theirs.length;
            } else {
                withRow++;
            }
        }
        weights = new int[withoutRow];
        rows = new float[withRow * names.size()];
        int read = 0;
        int nextWeight = 0;
        int nextRow = 0;
        for (int i = 0; i < model.groups().length; i++) {
            long group = packed(model.groups()[i]);
            int place = place(group);
            groups[place] = group;
            byte[] theirs = model.languagesOfGroup()[i];
            boolean hasRow = theirs.length >= MANY;
            groups[place + 1] = hasRow ? where(nextRow, ROW) : where(nextWeight, theirs.length);
            for (byte language : theirs) {
                float weight = model.weights()[read++] + neverSeen;
                if (hasRow) {
                    rows[nextRow + language] = weight;
                } else {
                    weights[nextWeight++] = weight(weight, language);
                }
            }
            nextRow += hasRow ? names.size() : 0;
        }
    }

    private static long where(int begin, int count) {
        return (long) begin << Byte.SIZE | count;
    }

    /** Of a weight's 24 significant bits 16 are left, which is more than the text of a model has to say. */
    private static int weight(float exact, byte language) {
        return Float.floatToRawIntBits(exact) + (1 << Byte.SIZE - 1) & -1 << Byte.SIZE | language;
    }

    /** The model that ships with OpenNLP. Read when it is first asked for, which may take a second, and then kept. */
    public static LetterGroups shipped() {
        return Shipped.MODEL;
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
        long where = groups[place(group) + 1];
        int begin = (int) (where >>> Byte.SIZE);
        int count = (int) (where & BYTE);
        if (count == ROW) {
            for (int language = 0; language < likeness.length; language++) {
                likeness[language] += rows[begin + language];
            }
            return;
        }
        for (int i = begin; i < begin + count; i++) {
            int weight = weights[i];
            likeness[weight & BYTE] += Float.intBitsToFloat(weight & ~BYTE);
        }
    }

    /** Where the group is, or would be. */
    private int place(long group) {
        int mask = groups.length - 2;
        int place = (int) (group * 0x9E3779B97F4A7C15L >>> 31) & mask;
        while (groups[place] != 0 && groups[place] != group) {
            place = (place + 2) & mask;
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

    private static List<String> twoLetterNames(List<String> threeLetterNames) {
        Map<String, String> twoLetters = new HashMap<>(OTHER_NAMES);
        for (String code : Locale.getISOLanguages()) {
            twoLetters.put(Locale.forLanguageTag(code).getISO3Language(), code);
        }
        return threeLetterNames.stream()
                .map(name -> Optional.ofNullable(twoLetters.get(name)).orElse(name))
                .toList();
    }

    /** Read by the first who asks. */
    private static final class Shipped {

        static final LetterGroups MODEL = new LetterGroups(OpenNlpModel.shipped(), NEVER_SEEN);
    }
}
