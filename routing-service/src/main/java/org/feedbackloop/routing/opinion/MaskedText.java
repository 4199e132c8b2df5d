package org.feedbackloop.routing.opinion;

import java.util.regex.Pattern;

/**
 * What somebody else may see of a text: its beginning, without addresses, accounts' names, links and long numbers. Names of
 * people stay, for nobody can tell them from words in six languages. Masks rather too much than too little.
 *
 * <p>Redacts itself when printed.
 */
public record MaskedText(String text) {

    /** What a text is about shows before that, and who is asked takes money by length. */
    static final int LONGEST = 2_000;

    /**
     * All that is written together with an at sign. Like a link, it is looked for at the beginning of a word alone: within a word
     * of twenty thousand letters, every one of them would be a beginning.
     */
    private static final Pattern ADDRESS = Pattern.compile("(?<!\\S)\\S*@\\S*", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LINK = Pattern.compile(
            "(?<!\\w)(?:\\w+://|www\\.)\\S+", Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

    /** Six digits of any script and more, however they are grouped: phones, accounts, cards, orders; and dates. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\+?\\d(?:[\\s().,/\\p{Pd}\\u200B-\\u200F\\u2060]{0,3}+\\d){5,}+", Pattern.UNICODE_CHARACTER_CLASS);

    public static MaskedText of(String text) {
        String masked = ADDRESS.matcher(text).replaceAll("[address]");
        masked = LINK.matcher(masked).replaceAll("[link]");
        return new MaskedText(beginning(NUMBER.matcher(masked).replaceAll("[number]")));
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean cutsOneInTwo = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, cutsOneInTwo ? LONGEST - 1 : LONGEST);
    }

    @Override
    public String toString() {
        return "MaskedText[" + text.length() + " characters]";
    }
}
