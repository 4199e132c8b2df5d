package org.feedbackloop.journey.faults.ledger;

/**
 * One thing a customer is going to say.
 *
 * @param key its Idempotency-Key, which also stands in its text: by it the post is found again wherever it went
 * @param customer the customer's e-mail address
 * @param number its place among the posts of its customer, from 1
 * @param words what the customer says
 */
public record Post(String key, String customer, int number, String words, Persistence persistence) {

    private static final String MARK = "Reference: ";

    /** What is posted: the words, and the key behind a mark. */
    public String text() {
        return words + " (" + number + ") " + MARK + key;
    }

    /** The key of the post that a text was made for; an empty one if it was made for none. */
    public static String keyIn(String text) {
        int mark = text.lastIndexOf(MARK);
        return mark < 0 ? "" : text.substring(mark + MARK.length());
    }
}
