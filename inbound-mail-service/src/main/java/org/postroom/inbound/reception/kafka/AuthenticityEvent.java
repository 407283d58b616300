package org.postroom.inbound.reception.kafka;

import org.jspecify.annotations.Nullable;
import org.postroom.events.common.Authenticity;
import org.postroom.events.common.AuthenticityResult;
import org.postroom.events.common.DkimResult;
import org.postroom.events.common.DmarcResult;
import org.postroom.events.common.SpfResult;
import org.postroom.inbound.authenticity.MailAuthenticity;
import org.postroom.inbound.authenticity.SpfFinding;
import org.postroom.inbound.authenticity.dkim.DkimVerdict;
import org.postroom.inbound.authenticity.dmarc.DmarcVerdict;
import org.postroom.inbound.authenticity.evidence.Result;
import org.postroom.inbound.authenticity.spf.SpfVerdict;
import org.postroom.inbound.reception.AuthenticityFinding;

/** Writes down in the event's words how far a mail is what it says it is. */
final class AuthenticityEvent {

    private AuthenticityEvent() {}

    static Authenticity of(AuthenticityFinding finding, String organisationId) {
        MailAuthenticity mail = finding.mail();
        return Authenticity.newBuilder()
                .setSpf(spf(mail.sender()))
                .setHelo(mail.greeting() == null ? null : spf(mail.greeting()))
                .setDkim(mail.signatures().stream().map(AuthenticityEvent::dkim).toList())
                .setDmarc(mail.author() == null ? null : dmarc(mail.author()))
                .setArc(result(mail.chain()))
                .setClaimsOwnDomain(finding.meaningFor(organisationId).claimsOwnDomain())
                .setAuthenticationResults(finding.results())
                .build();
    }

    private static SpfResult spf(SpfFinding finding) {
        return SpfResult.newBuilder()
                .setResult(result(finding.verdict().result()))
                .setDomain(finding.domain())
                .setReason(reason(finding.domain(), finding.verdict()))
                .build();
    }

    private static @Nullable String reason(String domain, SpfVerdict verdict) {
        return verdict.words().map(words -> domain + " says: " + words).orElse(verdict.why());
    }

    private static DkimResult dkim(DkimVerdict verdict) {
        return DkimResult.newBuilder()
                .setResult(result(verdict.result()))
                .setDomain(verdict.domain())
                .setSelector(verdict.selector())
                .setReason(verdict.why())
                .build();
    }

    private static DmarcResult dmarc(DmarcVerdict verdict) {
        return DmarcResult.newBuilder()
                .setResult(result(verdict.result()))
                .setDomain(verdict.domain())
                .setPolicy(verdict.policy() == null ? null : verdict.policy().word())
                .build();
    }

    private static AuthenticityResult result(Result result) {
        return switch (result) {
            case NONE -> AuthenticityResult.NONE;
            case PASS -> AuthenticityResult.PASS;
            case FAIL -> AuthenticityResult.FAIL;
            case SOFTFAIL -> AuthenticityResult.SOFTFAIL;
            case NEUTRAL -> AuthenticityResult.NEUTRAL;
            case POLICY -> AuthenticityResult.POLICY;
            case TEMPERROR -> AuthenticityResult.TEMPERROR;
            case PERMERROR -> AuthenticityResult.PERMERROR;
        };
    }
}
