package org.feedbackloop.routing.queue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads holidays from an iCalendar (RFC 5545), as public calendars have them: events of whole days, several days long or
 * again and again. Time zones, alarms and whatever else comes along are skipped.
 *
 * <p>Only the grammar is the library's to read: its model would look up time zones, which whole days have none of.
 */
public final class HolidayCalendar {

    private static final int MOST_EVENTS = 1_000;

    /** One a week for all the years that are known, and as many again. A few lines can ask for millions. */
    static final int MOST_DAYS = 20_000;

    private HolidayCalendar() {}

    /**
     * The holidays in the years that a {@link WorkingCalendar} knows.
     *
     * @throws IllegalArgumentException if it is no iCalendar, there is an event in it that we do not understand whole, or
     *     they stand for more days than anybody has holidays
     */
    public static Set<LocalDate> parse(String ics) {
        Events events = new Events();
        try {
            new CalendarParserImpl().parse(new StringReader(ics), events);
        } catch (ParserException e) {
            // What the handler throws comes back in this.
            if (e.getCause() instanceof HolidayRefused refused) {
                throw new IllegalArgumentException("up to line " + e.getLineNo() + ": " + refused.getMessage(), e);
            }
            throw new IllegalArgumentException("no iCalendar, by its line " + e.getLineNo(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("no iCalendar", e);
        }
        if (events.all.isEmpty()) {
            throw new IllegalArgumentException("an iCalendar without an event");
        }
        Set<LocalDate> holidays = new HashSet<>();
        int left = MOST_DAYS;
        for (HolidayEvent event : events.all) {
            Set<LocalDate> days = event.days(left);
            holidays.addAll(days);
            left -= days.size();
        }
        holidays.removeIf(date -> !WorkingCalendar.knows(date));
        return holidays;
    }

    /** We do not understand an event whole. */
    static final class HolidayRefused extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        HolidayRefused(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }

    /** Takes down the events as the parser tells of them. */
    private static final class Events implements ContentHandler {

        private final List<HolidayEvent> all = new ArrayList<>();
        private final Deque<String> components = new ArrayDeque<>();
        private @Nullable HolidayEvent event;
        private String property = "";

        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {}

        @Override
        public void startComponent(String name) {
            components.push(name.toUpperCase(Locale.ROOT));
            if (components.size() == 1 && components.contains("VEVENT")) {
                event = new HolidayEvent();
            }
        }

        @Override
        public void endComponent(String name) {
            components.pop();
            if (components.isEmpty() && event != null) {
                all.add(event);
                event = null;
                if (all.size() > MOST_EVENTS) {
                    throw new HolidayRefused("more than " + MOST_EVENTS + " events", null);
                }
            }
        }

        @Override
        public void startProperty(String name) {
            property = name.toUpperCase(Locale.ROOT);
        }

        @Override
        public void propertyValue(String value) {
            if (components.size() == 1 && event != null) {
                event.tell(property, value);
            }
        }

        @Override
        public void endProperty(String name) {}

        @Override
        public void parameter(String name, String value) {}
    }
}
