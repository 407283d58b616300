package org.postroom.routing.directory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which mails of an organisation are one conversation, and who gets what comes in it.
 *
 * @param window how long after it was closed a conversation is continued by an answer; zero for only while it is open; null
 *     where the installation's own time holds
 * @param changedSubjectBeginsAnother true where an answer with another subject begins another conversation
 * @param bySubject true where a mail without any other trace continues a conversation in which its author wrote with the same
 *     subject
 * @param oneForEachAddress true where one mail to several addresses is an interaction at each of them
 * @param lastAgent for whom a new interaction of a known conversation is kept at first
 * @param keptFor how long it is kept; more than zero
 */
public record ConversationRules(
        @Nullable Duration window,
        boolean changedSubjectBeginsAnother,
        boolean bySubject,
        boolean oneForEachAddress,
        LastAgent lastAgent,
        Duration keptFor) {

    /** What applies to an organisation that has set none. */
    public static final ConversationRules DEFAULT =
            new ConversationRules(null, false, false, false, LastAgent.OFF, Duration.ofMinutes(5));

    /** Refuses a window below zero, and to keep something for no time. */
    public ConversationRules {
        if (window != null && window.isNegative()) {
            throw new IllegalArgumentException("expected a window of zero or more, but got " + window);
        }
        if (!keptFor.isPositive()) {
            throw new IllegalArgumentException("expected a time to keep of more than zero, but got " + keptFor);
        }
    }

    /** For whom a new interaction of a known conversation is kept at first. */
    public enum LastAgent {
        /** For nobody. */
        OFF,
        /** For the agent who handled the conversation last, where that agent may take it by the rules of its queue. */
        QUEUE_MEMBERS,
        /** For that agent, whatever the queue. */
        ANYONE
    }
}
