package org.postroom.verification.maildomain;

import java.time.Instant;

/** Tells the rest of Postroom what happened, as part of the change itself. */
public interface DomainEventPublisher {

    /** Something happened to a domain. */
    void publish(DomainIdentity domain, DomainEvent event, Instant at);
}
