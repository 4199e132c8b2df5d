package org.feedbackloop.routing.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feedbackloop.routing.queue.HolidayCalendar;
import org.feedbackloop.routing.queue.Shift;
import org.feedbackloop.routing.queue.WorkingCalendar;

/** Reads calendars. One may extend another that stands before it, and says then only what is otherwise. */
final class CalendarReader {

    private static final int MOST_CALENDARS = 200;

    /** It stands in the reasons of every decision. */
    private static final int LONGEST_NAME = 100;

    /** A calendar holds those of the one that it extends as well, so that a chain of them would fill the memory. */
    private static final int MOST_HOLIDAYS = 100_000;

    private final Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();

    /** Those read so far, whatever is wrong with them: who extends one of them is not to blame. */
    private final Set<String> seen = new HashSet<>();

    private final Map<String, Integer> holidaysOf = new HashMap<>();
    private int holidaysOfAll;

    private CalendarReader() {}

    static Map<String, WorkingCalendar> calendars(Place section) {
        CalendarReader reader = new CalendarReader();
        section.eachEntry((name, place) -> {
            try {
                return reader.calendar(name, place);
            } finally {
                reader.seen.add(name);
            }
        });
        return reader.calendars;
    }

    private WorkingCalendar calendar(String name, Place place) {
        if (seen.size() >= MOST_CALENDARS) {
            throw place.refused("there are more than " + MOST_CALENDARS + " calendars");
        }
        if (name.length() > LONGEST_NAME) {
            throw place.refused("a calendar is named in at most " + LONGEST_NAME + " characters");
        }
        var fields = place.fields("extends", "zone", "week", "holidays");
        Set<LocalDate> holidays =
                fields.optional("holidays").map(CalendarReader::holidays).orElse(Set.of());
        WorkingCalendar calendar;
        if (fields.optional("extends").isPresent()) {
            WorkingCalendar base = fields.required("extends").as(this::known);
            ZoneId zone =
                    fields.optional("zone").map(text -> text.as(ZoneId::of)).orElse(null);
            var week = fields.optional("week").map(CalendarReader::week).orElse(Map.of());
            count(name, holidaysOf.getOrDefault(base.name(), 0) + holidays.size(), place);
            calendar = place.whole(() -> base.with(name, zone, week, holidays));
        } else {
            ZoneId zone = fields.required("zone").as(ZoneId::of);
            var week = week(fields.required("week"));
            count(name, holidays.size(), place);
            calendar = place.whole(() -> new WorkingCalendar(name, zone, week, holidays));
        }
        calendars.put(name, calendar);
        return calendar;
    }

    private void count(String name, int holidays, Place place) {
        holidaysOf.put(name, holidays);
        holidaysOfAll += holidays;
        if (holidaysOfAll > MOST_HOLIDAYS) {
            throw place.refused("all calendars up to this one have more than " + MOST_HOLIDAYS + " holidays");
        }
    }

    private WorkingCalendar known(String name) {
        WorkingCalendar base = calendars.get(name);
        if (base == null && seen.contains(name)) {
            throw RulesRefused.alreadyTold();
        }
        if (base == null) {
            throw new IllegalArgumentException("there is no calendar " + name + " before this one; known: "
                    + String.join(", ", calendars.keySet()));
        }
        return base;
    }

    private static Map<DayOfWeek, List<Shift>> week(Place place) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        place.eachEntry((dayName, shifts) -> {
            DayOfWeek day = shifts.whole(() -> Texts.constant(dayName, DayOfWeek.values()));
            return week.put(day, shifts.each(shift -> shift.as(Shift::parse)));
        });
        return week;
    }

    /** A list of dates, or dates and an iCalendar. */
    private static Set<LocalDate> holidays(Place place) {
        if (place.isList()) {
            return dates(place);
        }
        var fields = place.fields("dates", "ics");
        Set<LocalDate> holidays = new HashSet<>();
        fields.optional("dates").ifPresent(list -> holidays.addAll(dates(list)));
        fields.optional("ics").ifPresent(text -> holidays.addAll(text.as(HolidayCalendar::parse)));
        return holidays;
    }

    private static Set<LocalDate> dates(Place list) {
        return Set.copyOf(list.each(date -> date.as(LocalDate::parse)));
    }
}
