package org.postroom.outbound.signing;

import java.util.List;
import java.util.Optional;
import org.postroom.outbound.signing.SendingDomain.Use;

/** Which domains an organisation may send for, learnt from events. */
public interface SendingDomains {

    /** The organisation's present domain of that name; empty where it has none, or none yet. */
    Optional<SendingDomain> named(String organisationId, String domainName);

    /** The organisation's present domain with that identifier. */
    Optional<SendingDomain> withId(String organisationId, String domainId);

    /** The organisation's system domain; empty where it has none. */
    Optional<SendingDomain> system(String organisationId);

    /** The names of the present domains whose mail leaves through a server of the organisation. */
    List<String> sendingThrough(String organisationId, String smtpServerId);

    /** A domain was added; nothing is proven yet. A repeat changes nothing. */
    void added(String organisationId, String domainId, String domainName, Use use);

    /** It is used in another way now; where that changes how its mail leaves, the former verdict is forgotten. */
    void used(String organisationId, String domainId, Use use);

    /** It is known now whether the organisation may send for the domain. */
    void verified(String organisationId, String domainId, boolean verified);

    /** One record of the MAIL FROM subdomain was found, or was not. */
    void mailFromFound(String organisationId, String domainId, MailFromRecord record, boolean found);

    /** The domain was removed. */
    void removed(String organisationId, String domainId);

    /** What keeps all mail of the organisation back: the operator's words; empty where nothing does. */
    Optional<String> suspended(String organisationId);

    /** The operator suspended the organisation, or let it go on. */
    void suspend(String organisationId, Optional<String> reason);

    /** True where the organisation was removed for good. */
    boolean organisationRemoved(String organisationId);

    /** The organisation was removed for good: forgets its domains. */
    void removeOrganisation(String organisationId);

    /** The records that prove a MAIL FROM subdomain. */
    enum MailFromRecord {
        /** Bounces reach us. */
        MX,
        /** We may send in its name (RFC 7208). */
        SPF
    }
}
