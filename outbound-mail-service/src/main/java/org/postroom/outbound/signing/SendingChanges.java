package org.postroom.outbound.signing;

import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** Those who must know when it changes who may send. They are told in the transaction of the change. */
public interface SendingChanges {

    /** What is known of an organisation's domains changed: what waits may go on. */
    void changed(OrganisationId organisationId);

    /** A domain was removed: nothing leaves in its name any more. */
    void domainRemoved(OrganisationId organisationId, DomainId domainId, String domainName);

    /** An organisation was removed: nothing of it stays. */
    void organisationRemoved(OrganisationId organisationId);
}
