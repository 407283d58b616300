package org.postroom.mail.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Section.Invitation;

/** Reads the first appointment of a calendar (RFC 5545): enough of it that a person knows what, when, where and who. */
final class Invitations {

    /** A calendar is read so far, in bytes. */
    static final int LONGEST = 256 * 1024;

    private static final int MOST_ATTENDEES = 20;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r?\\n|\\r");

    private final Map<String, CalendarLine> event = new HashMap<>();
    private final List<String> attendees = new ArrayList<>();
    private String method = "";

    private Invitations() {}

    /** The appointment; empty where the calendar has none. */
    static Optional<Invitation> read(String calendar) {
        return new Invitations().first(calendar);
    }

    private Optional<Invitation> first(String calendar) {
        int events = 0;
        boolean inEvent = false;
        int nested = 0;
        for (String text : LINE_BREAK.split(FOLD.matcher(calendar).replaceAll(""))) {
            CalendarLine line = CalendarLine.of(text);
            boolean ofEvent =
                    line.value().equalsIgnoreCase("VEVENT") || line.value().equalsIgnoreCase("VTODO");
            if (line.name().equals("BEGIN")) {
                nested += inEvent ? 1 : 0;
                events += ofEvent && !inEvent ? 1 : 0;
                inEvent |= ofEvent;
            } else if (line.name().equals("END")) {
                inEvent &= nested > 0 || !ofEvent;
                nested = Math.max(0, nested - 1);
            } else if (inEvent && nested == 0 && events == 1) {
                add(line);
            } else if (!inEvent && line.name().equals("METHOD")) {
                method = line.value().strip().toUpperCase(Locale.ROOT);
            }
        }
        return events == 0 ? Optional.empty() : Optional.of(invitation());
    }

    private void add(CalendarLine line) {
        if (line.name().equals("ATTENDEE")) {
            if (attendees.size() < MOST_ATTENDEES) {
                attendees.add(person(line));
            }
        } else {
            event.putIfAbsent(line.name(), line);
        }
    }

    private Invitation invitation() {
        @Nullable CalendarLine organiser = event.get("ORGANIZER");
        String when = AppointmentTime.inWords(
                event.get("DTSTART"),
                event.containsKey("DTEND") ? event.get("DTEND") : event.get("DUE"),
                text("DURATION", LONGEST_LINE),
                text("RRULE", LONGEST_LINE));
        return new Invitation(
                kind(),
                Characters.onOneLine(text("SUMMARY", LONGEST_LINE), LONGEST_LINE),
                when,
                Characters.onOneLine(text("LOCATION", LONGEST_LINE), LONGEST_LINE),
                organiser == null ? "" : person(organiser),
                attendees,
                text("DESCRIPTION", LONGEST_DESCRIPTION).strip());
    }

    private Invitation.Kind kind() {
        if (method.equals("CANCEL") || text("STATUS", LONGEST_LINE).equalsIgnoreCase("CANCELLED")) {
            return Invitation.Kind.CANCELLATION;
        }
        return switch (method) {
            case "REQUEST", "ADD", "COUNTER", "DECLINECOUNTER" -> Invitation.Kind.INVITATION;
            case "REPLY", "REFRESH" -> Invitation.Kind.ANSWER;
            default -> Invitation.Kind.ANNOUNCEMENT;
        };
    }

    private String text(String name, int most) {
        @Nullable CalendarLine line = event.get(name);
        return line == null ? "" : Characters.shorten(line.text(), most);
    }

    private static String person(CalendarLine line) {
        String address = line.value().strip().replaceFirst("(?i)^mailto:", "");
        String name = line.parameter("CN").strip();
        String shown = name.isEmpty() || name.equalsIgnoreCase(address) ? address : name + " <" + address + ">";
        return Characters.onOneLine(shown, LONGEST_LINE);
    }
}
