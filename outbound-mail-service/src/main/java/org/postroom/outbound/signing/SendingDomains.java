package org.postroom.outbound.signing;

import java.util.Optional;

/** Which domains an organisation may send for, learnt from events. */
public interface SendingDomains {

    /** The organisation's present domain of that name; empty where it has none, or none yet. */
    Optional<SendingDomain> named(String organisationId, String domainName);

    /** A domain was added; nothing is proven yet. A repeat changes nothing. */
    void added(String organisationId, String domainId, String domainName);

    /** It is known now whether the organisation may send for the domain. */
    void verified(String organisationId, String domainId, boolean verified);

    /** The domain was removed. */
    void removed(String organisationId, String domainId);
}
