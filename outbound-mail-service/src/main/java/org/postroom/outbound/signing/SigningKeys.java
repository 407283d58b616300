package org.postroom.outbound.signing;

import java.util.List;
import org.postroom.runtime.id.OrganisationId;

/** Chooses the keys that a domain's mail is signed with. */
@FunctionalInterface
public interface SigningKeys {

    /** The keys in the order of signing, each with the domain it signs for (d=); empty where there is none. */
    List<SigningKey> of(OrganisationId organisationId, SendingDomain domain);

    /**
     * A key and whom it speaks for.
     *
     * @param domainName the signing domain
     * @param key the key
     */
    record SigningKey(String domainName, DkimKey key) {}
}
