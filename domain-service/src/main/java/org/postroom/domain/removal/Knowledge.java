package org.postroom.domain.removal;

/** What this service has learnt of an organisation from other services. */
public interface Knowledge {

    /** Forgets all of it, within the caller's change. */
    void forget(String organisationId);
}
