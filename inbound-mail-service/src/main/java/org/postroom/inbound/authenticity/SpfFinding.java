package org.postroom.inbound.authenticity;

import org.postroom.inbound.authenticity.spf.SpfVerdict;

/**
 * What SPF says of one identity of the client.
 *
 * @param domain the domain that was asked, in lower case; as it was given where it is none
 * @param verdict what its record says
 */
public record SpfFinding(String domain, SpfVerdict verdict) {}
