package org.postroom.console.administration.maildomain.http;

import java.util.List;
import org.postroom.console.administration.maildomain.CheckRun;
import org.postroom.console.administration.maildomain.Summary;
import org.postroom.console.administration.maildomain.Verification;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What verification-service knows of domains. */
@Component
class VerificationClient {

    private static final String DOMAIN = "/api/domains/{id}";

    private static final ParameterizedTypeReference<List<Summary>> SUMMARIES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<CheckRun>> CHECKS = new ParameterizedTypeReference<>() {};

    private final ServiceClient verification;

    VerificationClient(@Qualifier("verificationService") ServiceClient verification) {
        this.verification = verification;
    }

    List<Summary> summaries() {
        return verification.list(SUMMARIES, "/api/verifications?limit=1000");
    }

    /** What it knows; nothing where it has not heard of the domain yet, which takes a moment after it was added. */
    Verification of(String domainId) {
        return verification
                .find(Verification.class, DOMAIN + "/verification", domainId)
                .orElseGet(Verification::none);
    }

    Answer<Boolean> checkNow(String domainId) {
        return verification.ask(HttpMethod.POST, null, DOMAIN + "/checks", domainId);
    }

    /** Some checks, newest first: those before a number, or the newest where none is given. */
    List<CheckRun> checks(String domainId, String before, int limit) {
        return before.isEmpty()
                ? verification.list(CHECKS, DOMAIN + "/checks?limit={limit}", domainId, limit)
                : verification.list(CHECKS, DOMAIN + "/checks?limit={limit}&before={before}", domainId, limit, before);
    }

    String zoneFile(String domainId) {
        return verification.get(String.class, DOMAIN + "/zone-file", domainId);
    }

    String instructions(String domainId) {
        return verification.get(String.class, DOMAIN + "/instructions", domainId);
    }
}
