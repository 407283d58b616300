package org.postroom.outbound.signing;

import java.util.List;
import java.util.Optional;
import org.postroom.outbound.signing.SendingDomain.Use;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** Which domains an organisation may send for, learnt from events. */
public interface SendingDomains {

    /** The organisation's present domain of that name; empty where it has none, or none yet. */
    Optional<SendingDomain> named(OrganisationId organisationId, String domainName);

    /** The organisation's present domain with that identifier. */
    Optional<SendingDomain> withId(OrganisationId organisationId, DomainId domainId);

    /** The organisation's system domain; empty where it has none. */
    Optional<SendingDomain> system(OrganisationId organisationId);

    /** The names of the present domains whose mail leaves through a server of the organisation. */
    List<String> sendingThrough(OrganisationId organisationId, String smtpServerId);

    /** A domain was added; nothing is proven yet. A repeat changes nothing. */
    void added(OrganisationId organisationId, DomainId domainId, String domainName, Use use);

    /** It is used in another way now; where that changes how its mail leaves, the former verdict is forgotten. */
    void used(OrganisationId organisationId, DomainId domainId, Use use);

    /** It is known now whether the organisation may send for the domain. */
    void verified(OrganisationId organisationId, DomainId domainId, boolean verified);

    /** One record of the MAIL FROM subdomain was found, or was not. */
    void mailFromFound(OrganisationId organisationId, DomainId domainId, MailFromRecord record, boolean found);

    /** The domain was removed. */
    void removed(OrganisationId organisationId, DomainId domainId);

    /** What keeps all mail of the organisation back: the operator's words; empty where nothing does. */
    Optional<String> suspended(OrganisationId organisationId);

    /** The operator suspended the organisation, or let it go on. */
    void suspend(OrganisationId organisationId, Optional<String> reason);

    /** True where the organisation was removed for good. */
    boolean organisationRemoved(OrganisationId organisationId);

    /** The organisation was removed for good: forgets its domains. */
    void removeOrganisation(OrganisationId organisationId);

    /** The records that prove a MAIL FROM subdomain. */
    enum MailFromRecord {
        /** Bounces reach us. */
        MX,
        /** We may send in its name (RFC 7208). */
        SPF
    }
}
