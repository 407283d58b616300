package org.postroom.outbound.signing;

import java.util.List;
import java.util.Optional;
import org.postroom.outbound.signing.SendingDomain.Use;
import org.postroom.outbound.signing.SendingDomains.MailFromRecord;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** Takes what the log says about domains and organisations. The caller provides the transaction. */
public final class DomainNews {

    private static final String DKIM_LABEL = "._domainkey.";

    private final SendingDomains domains;
    private final DkimKeys keys;
    private final IssueKeys issuing;
    private final List<SendingChanges> listeners;

    /**
     * Takes what changes with the news.
     *
     * @param listeners who is to be told afterwards
     */
    public DomainNews(SendingDomains domains, DkimKeys keys, IssueKeys issuing, List<SendingChanges> listeners) {
        this.domains = domains;
        this.keys = keys;
        this.issuing = issuing;
        this.listeners = List.copyOf(listeners);
    }

    /** A domain was added. A custom one gets its keys. */
    public void added(OrganisationId organisationId, DomainId domainId, String domainName, Use use) {
        if (domains.organisationRemoved(organisationId)) {
            return;
        }
        domains.added(organisationId, domainId, domainName, use);
        if (!use.system() && domains.withId(organisationId, domainId).isPresent()) {
            issuing.complete(organisationId, domainId, domainName);
        }
        changed(organisationId);
    }

    /** A domain is used in another way now. */
    public void used(OrganisationId organisationId, DomainId domainId, Use use) {
        domains.used(organisationId, domainId, use);
        changed(organisationId);
    }

    /** It is known now whether a domain may send. */
    public void verified(OrganisationId organisationId, DomainId domainId, boolean verified) {
        domains.verified(organisationId, domainId, verified);
        changed(organisationId);
    }

    /** A record of a MAIL FROM subdomain was found as issued, or was not; it counts for the present subdomain only. */
    public void mailFrom(
            OrganisationId organisationId, DomainId domainId, String recordName, MailFromRecord record, boolean found) {
        domains.withId(organisationId, domainId)
                .filter(domain -> domain.mailFromDomain().equals(recordName))
                .ifPresent(domain -> domains.mailFromFound(organisationId, domainId, record, found));
    }

    /** A DKIM record was found as issued, or was not. */
    public void dkim(OrganisationId organisationId, DomainId domainId, String recordName, boolean found) {
        int end = recordName.indexOf(DKIM_LABEL);
        Optional<SendingDomain> domain = domains.withId(organisationId, domainId);
        if (end > 0 && domain.isPresent()) {
            issuing.recordFound(organisationId, domain.get(), recordName.substring(0, end), found);
        }
    }

    /** A domain was removed: its keys are destroyed, and nothing leaves in its name any more. */
    public void removed(OrganisationId organisationId, DomainId domainId, String domainName) {
        domains.removed(organisationId, domainId);
        keys.removeDomain(organisationId, domainId);
        listeners.forEach(listener -> listener.domainRemoved(organisationId, domainId, domainName));
        changed(organisationId);
    }

    /** The operator suspended an organisation, or let it go on. */
    public void suspended(OrganisationId organisationId, Optional<String> reason) {
        domains.suspend(organisationId, reason);
        changed(organisationId);
    }

    /** The operator removed an organisation: nothing of it stays but the knowledge that it is gone. */
    public void organisationRemoved(OrganisationId organisationId) {
        keys.removeOrganisation(organisationId);
        domains.removeOrganisation(organisationId);
        listeners.forEach(listener -> listener.organisationRemoved(organisationId));
    }

    private void changed(OrganisationId organisationId) {
        listeners.forEach(listener -> listener.changed(organisationId));
    }
}
