package org.postroom.outbound.smtpserver;

import org.postroom.outbound.signing.SendingChanges;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** Destroys an organisation's servers and their secrets with it. */
public final class ForgetServers implements SendingChanges {

    private final SmtpServers servers;

    /** Takes the servers. */
    public ForgetServers(SmtpServers servers) {
        this.servers = servers;
    }

    @Override
    public void changed(OrganisationId organisationId) {
        // who may send does not change the servers
    }

    @Override
    public void domainRemoved(OrganisationId organisationId, DomainId domainId, String domainName) {
        // servers belong to the organisation, not to a domain
    }

    @Override
    public void organisationRemoved(OrganisationId organisationId) {
        servers.removeOrganisation(organisationId);
    }
}
