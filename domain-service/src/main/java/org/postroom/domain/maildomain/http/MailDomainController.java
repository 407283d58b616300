package org.postroom.domain.maildomain.http;

import java.net.URI;
import java.util.List;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mail domains of the caller's organisation. A domain is added and removed, never changed. */
@RestController
@RequestMapping(MailDomainController.PATH)
@PreAuthorize("hasAuthority('routing:email:manage')")
class MailDomainController {

    static final String PATH = "/api/domains";

    private final Directory<MailDomain> directory;
    private final MailDomains domains;

    MailDomainController(Directory<MailDomain> directory, MailDomains domains) {
        this.directory = directory;
        this.domains = domains;
    }

    @GetMapping
    List<MailDomainJson> all(SignedInUser user) {
        return directory.all(user).stream().map(MailDomainJson::of).toList();
    }

    @GetMapping("/{id}")
    MailDomainJson one(SignedInUser user, @PathVariable String id) {
        return MailDomainJson.of(directory.get(user, id));
    }

    @PostMapping
    ResponseEntity<MailDomainJson> create(SignedInUser user, @RequestBody MailDomainJson domain) {
        var created = domains.add(user, domain.toName());
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(MailDomainJson.of(created));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        directory.remove(user, id);
    }
}
