package org.postroom.outbound.smtpserver;

import java.time.Instant;
import org.postroom.runtime.id.OrganisationId;

/** Tells the world about servers, once the present transaction has committed; never user names or secrets. */
public interface ServerPublisher {

    /** A server was added or changed. */
    void configured(OrganisationId organisationId, SmtpServer server, String changedBy, Instant at);

    /** A server was removed. */
    void removed(OrganisationId organisationId, String serverId, String removedBy, Instant at);
}
