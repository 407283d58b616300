package org.postroom.domain.maildomain;

import java.util.Map;

/** Tells how much domains are used. */
public interface DomainUse {

    /** How many addresses the domains of an organisation have, by the domain's identifier; absent where it has none. */
    Map<String, Integer> addresses(String organisationId);
}
