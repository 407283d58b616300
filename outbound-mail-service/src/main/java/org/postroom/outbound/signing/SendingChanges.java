package org.postroom.outbound.signing;

/** Those who must know when it changes who may send. They are told in the transaction of the change. */
public interface SendingChanges {

    /** What is known of an organisation's domains changed: what waits may go on. */
    void changed(String organisationId);

    /** A domain was removed: nothing leaves in its name any more. */
    void domainRemoved(String organisationId, String domainId, String domainName);

    /** An organisation was removed: nothing of it stays. */
    void organisationRemoved(String organisationId);
}
