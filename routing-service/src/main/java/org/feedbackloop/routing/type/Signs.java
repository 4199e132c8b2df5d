package org.feedbackloop.routing.type;

/**
 * What a text shows beside its words: how loud it is, and whether it holds numbers and addresses. Not how long it is: that
 * tells one corpus from another rather than a complaint from praise.
 */
final class Signs {

    private static final int EXCLAMATIONS = 0;
    private static final int QUESTIONS = 1;
    private static final int CAPITALS = 2;
    private static final int LONG_NUMBER = 3;
    private static final int NUMBER = 4;
    private static final int MONEY = 5;
    private static final int ADDRESS = 6;
    private static final int DOTS = 7;
    private static final int LINES = 8;
    private static final int SMILE = 9;
    private static final int FROWN = 10;
    private static final int COMMAS = 11;

    private static final int LONG = 6;
    private static final int MOST = 3;

    private final int[] amounts = new int[12];

    /** Is told of each sign that is there, and how much of it, in steps. */
    @FunctionalInterface
    interface Each {
        void sign(int sign, int amount);
    }

    private Signs() {}

    static Signs of(String text) {
        Signs signs = new Signs();
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                letters++;
                if (Character.isUpperCase(c)) {
                    capitals++;
                }
            }
            digits = Character.isDigit(c) ? digits + 1 : c == ' ' || c == '-' ? digits : 0;
            if (digits > 0) {
                signs.amounts[NUMBER] = 1;
                signs.amounts[LONG_NUMBER] |= digits >= LONG ? 1 : 0;
            }
            signs.note(text, at, c);
        }
        signs.amounts[CAPITALS] = letters >= 8 && capitals * 2 > letters ? 2 : 0;
        return signs;
    }

    void each(Each each) {
        for (int sign = 0; sign < amounts.length; sign++) {
            if (amounts[sign] > 0) {
                each.sign(sign, Math.min(amounts[sign], MOST));
            }
        }
    }

    private void note(String text, int at, char c) {
        switch (c) {
            case '!' -> amounts[EXCLAMATIONS]++;
            case '?', '؟' -> amounts[QUESTIONS]++;
            case ',', '،' -> amounts[COMMAS]++;
            case '$', '€', '£', '₹', '₽', '¥' -> amounts[MONEY] = 1;
            case '@' -> amounts[ADDRESS] = 1;
            case '…' -> amounts[DOTS]++;
            case '\n' -> amounts[LINES]++;
            case '.' -> amounts[DOTS] += at > 0 && text.charAt(at - 1) == '.' ? 1 : 0;
            case ')' -> amounts[SMILE] += afterEyes(text, at) ? 1 : 0;
            case '(' -> amounts[FROWN] += afterEyes(text, at) ? 1 : 0;
            default -> {}
        }
    }

    private static boolean afterEyes(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return before == ':' || before == ';' || before == '-' || before == text.charAt(at);
    }
}
