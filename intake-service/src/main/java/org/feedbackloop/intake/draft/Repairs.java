package org.feedbackloop.intake.draft;

/** Makes texts of those fit who cannot be asked to mend them. Neither UTF-8 nor PostgreSQL can hold every Java string. */
final class Repairs {

    private static final char REPLACEMENT = '\uFFFD';

    private Repairs() {}

    /** Whether there are no NULs and no halves of surrogate pairs. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && isHalf(text, i)) {
                return false;
            }
        }
        return true;
    }

    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The same text, with what cannot be stored replaced, and cut where it gets longer than allowed. */
    static String fitted(String text, int longest) {
        String storable = isStorable(text) ? text : storable(text);
        if (storable.length() <= longest) {
            return storable;
        }
        boolean splitsCharacter = Character.isHighSurrogate(storable.charAt(longest - 1));
        return storable.substring(0, splitsCharacter ? longest - 1 : longest);
    }

    static String onOneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String storable(String text) {
        StringBuilder storable = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || isHalf(text, i)) {
                storable.setCharAt(i, REPLACEMENT);
            } else if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
        return storable.toString();
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
