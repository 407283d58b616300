package org.postroom.outbound.signing.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.outbound.signing.IssueKeys;
import org.postroom.outbound.signing.IssuedKey;
import org.postroom.outbound.signing.SendingDomain;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.page.PageQuery;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The DKIM keys of the caller's domains. */
@RestController
@RequestMapping("/api/domains/{domainId}")
@PreAuthorize("hasAuthority('routing:email:manage')")
@InStage(Stage.SEND)
class DkimKeyController {

    private final SendingDomains domains;
    private final DkimKeys keys;
    private final IssueKeys issuing;

    DkimKeyController(SendingDomains domains, DkimKeys keys, IssueKeys issuing) {
        this.domains = domains;
        this.keys = keys;
        this.issuing = issuing;
    }

    @GetMapping("/dkim-keys")
    ResponseEntity<List<Key>> list(
            SignedInUser user,
            @PathVariable String domainId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageQuery.DEFAULT_LIMIT) int limit) {
        var query = new PageQuery(after, limit);
        SendingDomain domain = domain(user, new DomainId(domainId));
        List<IssuedKey> all =
                keys.ofDomain(organisation(user), domain.domainId()).keys();
        return query.answer(
                "/api/domains/" + domain.domainId() + "/dkim-keys",
                query.behind(all, IssuedKey::selector),
                IssuedKey::selector,
                Key::of);
    }

    @PostMapping("/dkim-rotations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    Rotated rotate(SignedInUser user, @PathVariable String domainId) {
        SendingDomain domain = domain(user, new DomainId(domainId));
        Optional<String> refusal = issuing.rotate(organisation(user), domain.domainId(), domain.domainName());
        if (refusal.isPresent()) {
            throw new ConflictException(refusal.get());
        }
        String selector = keys.ofDomain(organisation(user), domain.domainId())
                .active()
                .map(IssuedKey::selector)
                .orElseThrow();
        return new Rotated(selector);
    }

    private SendingDomain domain(SignedInUser user, DomainId domainId) {
        return domains.withId(organisation(user), domainId)
                .orElseThrow(() -> new NotFoundException("domain", domainId.value()));
    }

    private static OrganisationId organisation(SignedInUser user) {
        return new OrganisationId(user.organisationId());
    }

    record Rotated(String selector) {}

    record Key(
            String selector,
            String keyType,
            IssuedKey.State state,
            boolean recordOk,
            Instant issuedAt,
            @Nullable Instant activatedAt,
            @Nullable Instant retiresAt) {

        static Key of(IssuedKey key) {
            return new Key(
                    key.selector(),
                    key.keyType().tag().toLowerCase(Locale.ROOT),
                    key.state(),
                    key.recordOk(),
                    key.issuedAt(),
                    key.activatedAt(),
                    key.retiresAt());
        }
    }
}
