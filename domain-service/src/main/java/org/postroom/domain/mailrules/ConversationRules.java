package org.postroom.domain.mailrules;

/**
 * Which mails of an organisation are one conversation, and who gets what comes in it.
 *
 * @param windowDays for how many days after it was closed a conversation is continued by an answer, from 0, which is only while
 *     it is open, to {@link #MOST_DAYS}
 * @param changedSubject what becomes of an answer whose subject is another
 * @param bySubject whether a mail without any other trace continues a conversation in which its author wrote with the same
 *     subject; it may be wrong, since different matters can have one subject
 * @param severalAddresses what becomes of one mail to several addresses
 * @param lastAgent whether the agent who handled a conversation last comes first
 * @param lastAgentMinutes for how many minutes something is kept for that agent, from 1 to {@link #MOST_MINUTES}
 */
public record ConversationRules(
        int windowDays,
        ChangedSubject changedSubject,
        boolean bySubject,
        SeveralAddresses severalAddresses,
        LastAgent lastAgent,
        int lastAgentMinutes) {

    /** The longest time after closing, in days. */
    public static final int MOST_DAYS = 365;

    /** The longest time that something is kept for the last agent, in minutes: one day. */
    public static final int MOST_MINUTES = 1440;

    /** What holds where nothing is set. */
    public static final ConversationRules USUAL = new ConversationRules(
            30, ChangedSubject.SAME_CONVERSATION, false, SeveralAddresses.ONE_INTERACTION, LastAgent.OFF, 5);

    /**
     * Reads a number of days.
     *
     * @throws IllegalArgumentException where it is out of range
     */
    public static int days(int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "expected a number of days from 0 to %d, but got %d".formatted(MOST_DAYS, days));
        }
        return days;
    }

    /**
     * Reads a number of minutes.
     *
     * @throws IllegalArgumentException where it is out of range
     */
    public static int minutes(int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    "expected a number of minutes from 1 to %d, but got %d".formatted(MOST_MINUTES, minutes));
        }
        return minutes;
    }

    /** Refuses times out of range. */
    public ConversationRules {
        days(windowDays);
        minutes(lastAgentMinutes);
    }

    /** What becomes of an answer whose subject is another than the conversation's, {@code Re:} and the like apart. */
    public enum ChangedSubject {
        /** It continues the conversation. */
        SAME_CONVERSATION,
        /** It begins another one. */
        NEW_CONVERSATION
    }

    /** What becomes of one mail to several addresses of the organisation. */
    public enum SeveralAddresses {
        /** It is one interaction, at the address with the highest priority, or the first in the envelope among equals. */
        ONE_INTERACTION,
        /** It is an interaction at each of them, in one conversation. */
        ONE_EACH
    }

    /** For whom a new interaction of a known conversation is kept at first. */
    public enum LastAgent {
        /** For nobody. */
        OFF,
        /** For the last agent, where that agent may take work of its queue. */
        QUEUE_MEMBERS,
        /** For the last agent, whatever the queue. */
        ANYONE
    }
}
