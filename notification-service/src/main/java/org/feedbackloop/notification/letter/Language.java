package org.feedbackloop.notification.letter;

import java.util.Locale;

/** The languages we write in. */
public enum Language {
    EN("ltr"),
    ES("ltr"),
    FA("rtl"),
    HI("ltr"),
    PL("ltr"),
    RU("ltr");

    private final String direction;

    Language(String direction) {
        this.direction = direction;
    }

    /** The one to write in to somebody who speaks this. English where we have no better: also for {@code und}. */
    public static Language closestTo(String tag) {
        String spoken = Locale.forLanguageTag(tag).getLanguage();
        for (Language language : values()) {
            if (language.tag().equals(spoken)) {
                return language;
            }
        }
        return EN;
    }

    /** BCP 47. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As HTML says it: {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction;
    }
}
