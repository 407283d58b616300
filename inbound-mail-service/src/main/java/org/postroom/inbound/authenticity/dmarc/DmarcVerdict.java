package org.postroom.inbound.authenticity.dmarc;

import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Result;

/**
 * What DMARC says.
 *
 * @param result PASS, FAIL, NONE where the domain has no policy, TEMPERROR or PERMERROR
 * @param domain the author's domain
 * @param policy what it asks for; null without a policy
 */
public record DmarcVerdict(
        Result result, String domain, @Nullable DmarcPolicy policy) {

    static DmarcVerdict of(Result result, String domain) {
        return new DmarcVerdict(result, domain, null);
    }
}
