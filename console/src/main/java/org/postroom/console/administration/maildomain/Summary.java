package org.postroom.console.administration.maildomain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * The state of a domain in one line.
 *
 * @param domainId the domain
 * @param receiving whether mail may be received
 * @param sending whether mail may be sent
 * @param dkim what stands with the signatures' keys
 * @param mailFrom what stands with the subdomain for bounces
 * @param dmarc what stands with the DMARC policy
 * @param checkedAt when its records were last checked
 */
public record Summary(
        String domainId,
        Verification.@Nullable Direction receiving,
        Verification.@Nullable Direction sending,
        @Nullable String dkim,
        @Nullable String mailFrom,
        @Nullable String dmarc,
        @Nullable Instant checkedAt) {

    /** A domain of which verification-service has not heard yet. */
    public static Summary none(String domainId) {
        return new Summary(domainId, null, null, null, null, null, null);
    }

    /** Receiving in words. */
    public State receivingState() {
        return State.ofDirection(receiving == null ? null : receiving.state());
    }

    /** Sending in words. */
    public State sendingState() {
        return State.ofDirection(sending == null ? null : sending.state());
    }

    /** DKIM in words. */
    public State dkimState() {
        return State.ofAdvice(dkim);
    }

    /** MAIL FROM in words. */
    public State mailFromState() {
        return State.ofAdvice(mailFrom);
    }

    /** DMARC in words. */
    public State dmarcState() {
        return State.ofAdvice(dmarc);
    }
}
