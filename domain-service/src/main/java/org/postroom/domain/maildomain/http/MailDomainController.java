package org.postroom.domain.maildomain.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail domains of the caller's organisation. A domain is added and removed, never changed. */
@RestController
@RequestMapping(MailDomainController.PATH)
@PreAuthorize("hasAuthority('routing:email:manage')")
class MailDomainController extends EntryController<MailDomain, MailDomainJson> {

    static final String PATH = "/api/domains";

    private final MailDomains domains;

    MailDomainController(Directory<MailDomain> directory, MailDomains domains) {
        super(directory, MailDomainJson::of);
        this.domains = domains;
    }

    @PostMapping
    ResponseEntity<MailDomainJson> create(SignedInUser user, @RequestBody MailDomainJson domain) {
        return created(PATH, domains.add(user, domain.toName()));
    }
}
