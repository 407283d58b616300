package org.postroom.console.administration.http;

import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Asks verification-service to look now; what it finds comes by events. */
@Component
class VerificationClient {

    private final ServiceClient verification;

    VerificationClient(@Qualifier("verificationService") ServiceClient verification) {
        this.verification = verification;
    }

    Answer<Boolean> checkNow(String domainId) {
        return verification.ask(HttpMethod.POST, null, "/api/domains/{id}/checks", domainId);
    }
}
