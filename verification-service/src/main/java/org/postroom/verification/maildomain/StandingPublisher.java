package org.postroom.verification.maildomain;

import java.time.Instant;

/** Tells the rest of Postroom how domains stand now, as part of the change itself. */
public interface StandingPublisher {

    /** A domain stands like this. */
    void publish(DomainIdentity domain, PublishedStanding standing, Instant at);

    /** A domain is gone. */
    void removed(String organisationId, String domainId);
}
