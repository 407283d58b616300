package org.postroom.verification.maildomain;

import java.util.List;

/**
 * What follows from something that happened.
 *
 * @param domain the domain from now on
 * @param events what others must know, in order
 */
public record Decision(MailDomain domain, List<DomainEvent> events) {

    /** Copies the events. */
    public Decision {
        events = List.copyOf(events);
    }
}
