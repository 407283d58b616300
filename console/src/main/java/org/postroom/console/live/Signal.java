package org.postroom.console.live;

import java.util.Optional;

/**
 * Says that something which pages show has changed; a page that shows it asks for its newest state.
 *
 * @param organisationId the organisation whose page it is
 * @param subject the kind of thing
 * @param id which one
 */
public record Signal(String organisationId, Subject subject, String id) {

    private static final String ALL = "*";
    private static final int PARTS = 3;

    /** The kinds of things that pages watch. */
    public enum Subject {
        /** An agent's status, offers and work in hand. */
        AGENT,
        /** One interaction: its state, messages and deliveries. */
        INTERACTION,
        /** One mail domain, its records and states; or all of an organisation's together. */
        DOMAIN,
        /** The queues of an organisation, all together. */
        QUEUES
    }

    /** An agent's desk has changed. */
    public static Signal agent(String organisationId, String agentId) {
        return new Signal(organisationId, Subject.AGENT, agentId);
    }

    /** An interaction has changed. */
    public static Signal interaction(String organisationId, String interactionId) {
        return new Signal(organisationId, Subject.INTERACTION, interactionId);
    }

    /** A domain has changed. */
    public static Signal domain(String organisationId, String domainId) {
        return new Signal(organisationId, Subject.DOMAIN, domainId);
    }

    /** Some domain of the organisation has changed. */
    public static Signal domains(String organisationId) {
        return new Signal(organisationId, Subject.DOMAIN, ALL);
    }

    /** Some queue of the organisation has changed. */
    public static Signal queues(String organisationId) {
        return new Signal(organisationId, Subject.QUEUES, ALL);
    }

    /** The signal as one line of text, for a channel between replicas. */
    public String encoded() {
        return subject + " " + organisationId + " " + id;
    }

    /** Reads what {@link #encoded()} wrote; empty where the text is no signal that this version knows. */
    public static Optional<Signal> decode(String text) {
        String[] parts = text.split(" ", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        for (Subject subject : Subject.values()) {
            if (subject.name().equals(parts[0])) {
                return Optional.of(new Signal(parts[1], subject, parts[2]));
            }
        }
        return Optional.empty();
    }
}
