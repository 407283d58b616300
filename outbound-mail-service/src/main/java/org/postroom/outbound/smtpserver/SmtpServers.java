package org.postroom.outbound.smtpserver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.OrganisationId;

/** The organisations' servers. Their secrets, a password or a client's secret, are sealed at rest. */
public interface SmtpServers {

    /** An organisation's servers, by name. */
    List<SmtpServer> of(OrganisationId organisationId);

    /** One of them; empty where the organisation has none with this identifier. */
    Optional<SmtpServer> withId(OrganisationId organisationId, String serverId);

    /** The same, and nobody else adds or changes servers of the organisation until the present transaction ends. */
    Optional<SmtpServer> lock(OrganisationId organisationId, @Nullable String serverId);

    /** The secret of a server; empty where it has none. */
    Optional<String> secret(OrganisationId organisationId, String serverId);

    /** Adds a server, or changes it. */
    void put(OrganisationId organisationId, SmtpServer server, @Nullable String secret, Instant at);

    /** Removes a server and its secret. */
    void remove(OrganisationId organisationId, String serverId);

    /** Removes all servers of an organisation. */
    void removeOrganisation(OrganisationId organisationId);
}
