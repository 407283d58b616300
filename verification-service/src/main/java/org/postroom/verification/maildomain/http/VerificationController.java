package org.postroom.verification.maildomain.http;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.page.PageQuery;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore.KeptDomain;
import org.postroom.verification.maildomain.MailDomains;
import org.postroom.verification.publishing.Instructions;
import org.postroom.verification.publishing.ZoneFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The verification of the caller's domains. */
@RestController
@RequestMapping("/api")
@PreAuthorize("hasAuthority('routing:email:manage')")
class VerificationController {

    private static final int MOST_CHECKS = 200;
    private static final MediaType ZONE_FILE = MediaType.parseMediaType("text/dns;charset=UTF-8");
    private static final MediaType PLAIN_TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final MailDomains domains;
    private final Clock clock;

    VerificationController(MailDomains domains, Clock clock) {
        this.domains = domains;
        this.clock = clock;
    }

    /** The domains at a glance, a part at a time; the address of the next part is in the header {@code Link}. */
    @GetMapping("/verifications")
    ResponseEntity<List<SummaryJson>> verifications(
            SignedInUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageQuery.DEFAULT_LIMIT) int limit) {
        var query = new PageQuery(after, limit);
        List<MailDomain> all =
                domains.all(user).stream().map(KeptDomain::domain).toList();
        return query.answer(
                "/api/verifications",
                query.behind(all, VerificationController::domainId),
                VerificationController::domainId,
                SummaryJson::of);
    }

    private static String domainId(MailDomain domain) {
        return domain.identity().domainId();
    }

    /** All that is known about one domain. */
    @GetMapping("/domains/{domainId}/verification")
    VerificationJson verification(SignedInUser user, @PathVariable String domainId) {
        return VerificationJson.of(domains.get(user, domainId), domains.requestPause());
    }

    /** Asks for a check now: 202; its outcome is seen at {@code …/verification} a moment later. */
    @PostMapping("/domains/{domainId}/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Void> check(SignedInUser user, @PathVariable String domainId) {
        return switch (domains.requestCheck(user, domainId)) {
            case ACCEPTED -> ResponseEntity.accepted().build();
            case TOO_SOON -> throw tooSoon(domains.get(user, domainId));
            case UNKNOWN -> throw new NotFoundException("domain", domainId);
        };
    }

    /** The latest checks, the newest first; {@code before} is the sequence number that they are below. */
    @GetMapping("/domains/{domainId}/checks")
    List<PastCheckJson> checks(
            SignedInUser user,
            @PathVariable String domainId,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_CHECKS) {
            throw new InvalidFieldException("limit", "expected 1 to " + MOST_CHECKS + ", but got " + limit);
        }
        return domains.history(user, domainId, before, limit).stream()
                .map(PastCheckJson::of)
                .toList();
    }

    /** The records as a zone file to download. */
    @GetMapping("/domains/{domainId}/zone-file")
    ResponseEntity<String> zoneFile(SignedInUser user, @PathVariable String domainId) {
        MailDomain domain = domains.get(user, domainId).domain();
        String name = domain.identity().domainName();
        return ResponseEntity.ok()
                .contentType(ZONE_FILE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".zone")
                                .build()
                                .toString())
                .body(ZoneFile.of(name, domain.issue().records()));
    }

    /** What to write to a colleague who can change the DNS. */
    @GetMapping("/domains/{domainId}/instructions")
    ResponseEntity<String> instructions(SignedInUser user, @PathVariable String domainId) {
        MailDomain domain = domains.get(user, domainId).domain();
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .body(Instructions.of(
                        domain.identity().domainName(),
                        domain.issue().records(),
                        domain.last().zone(),
                        domain.issue().redirectAddress()));
    }

    private ErrorResponseException tooSoon(KeptDomain domain) {
        long pause = domains.requestPause().toSeconds();
        long left = CheckPause.secondsLeft(domain, domains.requestPause(), clock.instant());
        var refusal = new ErrorResponseException(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "expected %d seconds between two requests for a check, but the last was just now"
                                .formatted(pause)),
                null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(left));
        return refusal;
    }
}
