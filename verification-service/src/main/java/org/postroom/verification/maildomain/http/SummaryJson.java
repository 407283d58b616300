package org.postroom.verification.maildomain.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.dmarc.DmarcStatus;
import org.postroom.verification.maildomain.MailDomain;

/**
 * A domain at a glance.
 *
 * @param domainId the domain
 * @param domainName its host name
 * @param receiving whether mail to it is accepted
 * @param sending whether mail from it is sent
 * @param ownership the proof of ownership: a record status, NOT_NEEDED, NOT_STARTED, or WAITING where it is proven but
 *     another organisation still has the name
 * @param dkim the DKIM records: a record status, PARTLY_OK, NOT_NEEDED or NOT_STARTED
 * @param mailFrom the records of the envelope sender's domain: likewise
 * @param dmarc the DMARC policy: ABSENT, MALFORMED, PRESENT, LOOKUP_ERROR or NOT_STARTED
 * @param checkedAt when the last check ended; null before the first
 */
record SummaryJson(
        String domainId,
        String domainName,
        DirectionJson receiving,
        DirectionJson sending,
        String ownership,
        String dkim,
        String mailFrom,
        String dmarc,
        @Nullable Instant checkedAt) {

    static SummaryJson of(MailDomain domain) {
        DmarcStatus dmarc = domain.last().dmarc();
        return new SummaryJson(
                domain.identity().domainId(),
                domain.identity().domainName(),
                DirectionJson.of(domain, Direction.RECEIVING),
                DirectionJson.of(domain, Direction.SENDING),
                AspectJson.ownership(domain).state(),
                AspectJson.dkim(domain).state(),
                AspectJson.mailFrom(domain).state(),
                dmarc == null ? "NOT_STARTED" : dmarc.state().name(),
                domain.lastCheckedAt());
    }
}
