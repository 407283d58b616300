package org.postroom.verification.maildomain.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.PublicSuffixes;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.dmarc.DmarcStatus;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore.KeptDomain;
import org.postroom.verification.publishing.DnsHost;
import org.postroom.verification.publishing.DnsHosts;
import org.postroom.verification.record.ZoneFacts;

/**
 * How far a domain's verification is.
 *
 * @param domainId the domain
 * @param domainName its host name
 * @param type whose it is
 * @param receivingWay how its mail reaches us
 * @param sendingWay how its mail leaves
 * @param receiving whether mail to it is accepted
 * @param sending whether mail from it is sent
 * @param ownership the proof of ownership
 * @param dkim the DKIM records
 * @param mailFrom the records of the envelope sender's domain
 * @param dmarc the DMARC policy; null before the first check
 * @param redirectAddress where the existing mail system redirects to; null where MX records bring the mail
 * @param redirectProvenAt when redirected mail first arrived; null where none has
 * @param checkedAt when the last check ended; null before the first
 * @param nextCheckAt when the next is due; null where none is ever needed
 * @param checkAllowedAt when the next request for a check is heard; null where it is at any time
 * @param nameServers the zone's name servers
 * @param dnsHost who hosts the zone, with how to publish records there; null where that is not known
 * @param records the records to publish, each with what was found
 */
record VerificationJson(
        String domainId,
        String domainName,
        DomainUse.Type type,
        DomainUse.ReceivingWay receivingWay,
        DomainUse.SendingWay sendingWay,
        DirectionJson receiving,
        DirectionJson sending,
        AspectJson ownership,
        AspectJson dkim,
        AspectJson mailFrom,
        @Nullable DmarcStatus dmarc,
        @Nullable String redirectAddress,
        @Nullable Instant redirectProvenAt,
        @Nullable Instant checkedAt,
        @Nullable Instant nextCheckAt,
        @Nullable Instant checkAllowedAt,
        List<String> nameServers,
        @Nullable DnsHost dnsHost,
        List<RecordJson> records) {

    static VerificationJson of(KeptDomain kept, Duration requestPause) {
        MailDomain domain = kept.domain();
        ZoneFacts zone = zone(domain);
        return new VerificationJson(
                domain.identity().domainId(),
                domain.identity().domainName(),
                domain.use().type(),
                domain.use().receiving(),
                domain.use().sending(),
                DirectionJson.of(domain, Direction.RECEIVING),
                DirectionJson.of(domain, Direction.SENDING),
                AspectJson.ownership(domain),
                AspectJson.dkim(domain),
                AspectJson.mailFrom(domain),
                domain.last().dmarc(),
                domain.issue().redirectAddress(),
                domain.redirectProvenAt(),
                domain.lastCheckedAt(),
                kept.nextCheckAt(),
                CheckPause.endsAt(kept, requestPause),
                zone.nameServers(),
                DnsHosts.of(zone.nameServers()).orElse(null),
                domain.issue().records().stream()
                        .map(record ->
                                RecordJson.of(record, domain.last().of(record).orElse(null), zone))
                        .toList());
    }

    /** The zone that was found, or before that the likeliest. */
    private static ZoneFacts zone(MailDomain domain) {
        ZoneFacts found = domain.last().zone();
        return found != null
                ? found
                : new ZoneFacts(PublicSuffixes.organisational(domain.identity().domainName()), List.of());
    }
}
