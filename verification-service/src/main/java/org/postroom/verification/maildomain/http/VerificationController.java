package org.postroom.verification.maildomain.http;

import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.postroom.verification.maildomain.MailDomains;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The verification of the caller's domains. */
@RestController
@RequestMapping("/api/domains/{domainId}")
@PreAuthorize("hasAuthority('routing:email:manage')")
class VerificationController {

    private final MailDomains domains;

    VerificationController(MailDomains domains) {
        this.domains = domains;
    }

    @GetMapping("/verification")
    VerificationJson verification(SignedInUser user, @PathVariable String domainId) {
        return VerificationJson.of(domains.get(user, domainId));
    }

    /** Asks for a check now: 202; its outcome is seen at {@code …/verification} a moment later. */
    @PostMapping("/checks")
    ResponseEntity<Void> check(SignedInUser user, @PathVariable String domainId) {
        return switch (domains.requestCheck(user, domainId)) {
            case ACCEPTED -> ResponseEntity.accepted().build();
            case TOO_SOON -> throw tooSoon();
            case UNKNOWN -> throw new NotFoundException("domain", domainId);
        };
    }

    private ErrorResponseException tooSoon() {
        long seconds = domains.requestPause().toSeconds();
        var refusal = new ErrorResponseException(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "expected %d seconds between two requests for a check, but the last was just now"
                                .formatted(seconds)),
                null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return refusal;
    }
}
