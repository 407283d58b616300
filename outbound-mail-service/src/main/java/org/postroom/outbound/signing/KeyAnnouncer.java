package org.postroom.outbound.signing;

import java.time.Instant;

/** Tells the world that a key was issued, once the present transaction has committed. */
@FunctionalInterface
public interface KeyAnnouncer {

    /** Announces the public half. */
    void issued(String organisationId, String domainId, String domainName, DkimKey key, Instant at);
}
