package org.feedbackloop.routing.rules;

/** A small document with every field there is, to be spoilt in one place or another. */
public final class SoundRules {

    public static final String TEXT = """
            name: small-1
            languages:
              en:
                script: latin
                words: [the, and]
                negation: {words: [not], side: before, reach: 2}
                cues:
                  complaint: {strong: [broken], weak: [late]}
              ru: {script: cyrillic, letters: ыэ, words: [и, в]}
            neighbours:
              de: {script: latin, letters: ß, words: [der, und]}
            signs:
              praise: {strong: [👍]}
            categories:
              - {path: billing, products: [invoice plus], pages: [checkout], words: {en: [invoice*]}}
            calendars:
              office: {zone: Europe/Warsaw, week: {monday: ["09:00-18:00"]}, holidays: {dates: [2026-12-25]}}
            queues:
              - {name: billing, categories: [billing], languages: [en], calendar: office}
              - {name: general, calendar: office}
            fallback: general
            harm: {injury: {words: {en: [injur*]}}}
            priorities: {worstScore: high, types: {praise: low}}
            obligations:
              complaint: {action: resolve, within: 3d, acknowledgeWithin: 4h}
            """;

    private SoundRules() {}

    /** With something else in the place of its first occurrence. */
    static String with(String sound, String wrong) {
        if (!TEXT.contains(sound)) {
            throw new IllegalArgumentException("not in the sound document: " + sound);
        }
        int at = TEXT.indexOf(sound);
        return TEXT.substring(0, at) + wrong + TEXT.substring(at + sound.length());
    }
}
