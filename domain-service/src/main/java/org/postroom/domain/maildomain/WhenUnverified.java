package org.postroom.domain.maildomain;

/** What happens to mail from a domain that may not send at the moment. */
public enum WhenUnverified {
    /** It waits until the domain may send again. */
    HOLD,
    /** It leaves from the organisation's system domain. */
    SYSTEM_DOMAIN,
    /** It is refused. */
    REFUSE
}
