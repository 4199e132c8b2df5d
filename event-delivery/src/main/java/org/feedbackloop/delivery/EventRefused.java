package org.feedbackloop.delivery;

/** A handler's word that it can never handle an event, now or later: it goes to the dead letters without another try. */
public class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why a sentence for people; never quotes what a customer said */
    public EventRefused(String why) {
        super(why);
    }
}
