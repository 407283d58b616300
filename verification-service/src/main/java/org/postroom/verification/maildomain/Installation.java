package org.postroom.verification.maildomain;

import org.jspecify.annotations.Nullable;
import org.postroom.verification.transport.StsPolicy;

/**
 * What an installation asks domains to point to.
 *
 * @param mailHost the host that takes mail for us
 * @param redirectHost the host of redirect addresses
 * @param mailFromPolicy the SPF policy of envelope sender domains
 * @param policy the MTA-STS policy of domains whose mail comes by MX, with who serves it; null where none is offered
 * @param tlsReports the address for reports about TLS; null where none is offered
 */
public record Installation(
        String mailHost,
        String redirectHost,
        String mailFromPolicy,
        @Nullable ServedPolicy policy,
        @Nullable String tlsReports) {

    /**
     * An MTA-STS policy and who serves it.
     *
     * @param policy the policy
     * @param host the host that domains' policy names are aliases of; it answers for them over HTTPS
     */
    public record ServedPolicy(StsPolicy policy, String host) {}
}
