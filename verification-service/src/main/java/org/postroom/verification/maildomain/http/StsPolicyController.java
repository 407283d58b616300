package org.postroom.verification.maildomain.http;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.verification.maildomain.MailDomains;
import org.postroom.verification.transport.StsPolicy;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows everybody the MTA-STS policy of domains whose mail comes to us by MX. */
@RestController
class StsPolicyController {

    /** For proxies in front of us; senders' servers go by the policy's own age (RFC 8461, section 3.3). */
    private static final Duration KEPT_BY_PROXIES = Duration.ofMinutes(5);

    private final MailDomains domains;

    StsPolicyController(MailDomains domains) {
        this.domains = domains;
    }

    /** The MTA-STS policy of the domain that the request's host names ({@code mta-sts.<domain>}); 404 where it has none. */
    @SecurityRequirements
    @GetMapping(path = StsPolicy.PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> policy(HttpServletRequest request) {
        String host = request.getServerName();
        StsPolicy policy =
                domains.policyAt(host).orElseThrow(() -> new NotFoundException("MTA-STS policy for the host", host));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT_BY_PROXIES).cachePublic())
                .eTag(policy.id())
                .contentType(MediaType.TEXT_PLAIN)
                .body(policy.text());
    }
}
