package org.postroom.mail.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of what a person sees of a mail; pieces are shown one below the other. */
public sealed interface Section {

    /**
     * A text in one form or two that say the same.
     *
     * @param text the plain text; null where there is none
     * @param html the HTML as received, hostile; null where there is none
     */
    record Written(@Nullable String text, @Nullable String html) implements Section {}

    /**
     * A picture between the texts, which no HTML refers to.
     *
     * @param part where it is
     */
    record Picture(MailPart part) implements Section {}

    /**
     * A mail within the mail; its files and pictures are among the parts of the whole.
     *
     * @param number the number of the part that it is
     * @param header what its header says
     * @param body what a person sees of it, in order
     */
    record Enclosed(int number, MailHeader header, List<Section> body) implements Section {

        /** Copies the list. */
        public Enclosed {
            body = List.copyOf(body);
        }
    }

    /**
     * An appointment (RFC 5545), in words.
     *
     * @param kind what is asked with it (RFC 5546)
     * @param title what it is about; empty where that is not said
     * @param when the days and hours, with the zone that they are of; empty where that is not said
     * @param where the place; empty where that is not said
     * @param organiser who invites, name or address; empty where that is not said
     * @param attendees who is invited, at most twenty, names or addresses
     * @param description what else is said of it; empty where nothing is
     */
    record Invitation(
            Kind kind,
            String title,
            String when,
            String where,
            String organiser,
            List<String> attendees,
            String description)
            implements Section {

        /** Copies the list. */
        public Invitation {
            attendees = List.copyOf(attendees);
        }

        /** What is asked with an appointment. */
        public enum Kind {
            /** To come. */
            INVITATION,
            /** Nothing: it does not take place. */
            CANCELLATION,
            /** Nothing: somebody who was invited answers. */
            ANSWER,
            /** To take it into one's calendar. */
            ANNOUNCEMENT
        }
    }
}
