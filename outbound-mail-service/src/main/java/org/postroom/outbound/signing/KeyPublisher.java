package org.postroom.outbound.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** Tells the world what became of a domain's keys, once the present transaction has committed. */
public interface KeyPublisher {

    /** A key was made; announces its public half. */
    void issued(OrganisationId organisationId, DomainId domainId, String domainName, DkimKey key, Instant at);

    /**
     * Mail is signed with a key from now on.
     *
     * @param previousSelector the key it takes over from; null for none
     */
    void activated(DkimKeys.KeyOfDomain key, @Nullable String previousSelector, Instant at);

    /** A key was destroyed after its time of grace. */
    void retired(DkimKeys.KeyOfDomain key, Instant at);
}
