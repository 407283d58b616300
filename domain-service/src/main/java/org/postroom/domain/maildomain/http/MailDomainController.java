package org.postroom.domain.maildomain.http;

import java.net.URI;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DryRunJson;
import org.postroom.domain.directory.http.ListController;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
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
class MailDomainController extends ListController<MailDomain, MailDomainJson> {

    static final String PATH = "/api/domains";

    private final Directory<MailDomain> directory;
    private final MailDomainForm form;
    private final MailDomains domains;

    MailDomainController(Directory<MailDomain> directory, MailDomainForm form, MailDomains domains) {
        super(PATH, directory, form);
        this.directory = directory;
        this.form = form;
        this.domains = domains;
    }

    @PostMapping
    ResponseEntity<MailDomainJson> create(SignedInUser user, @RequestBody MailDomainJson domain) {
        var created = domains.add(user, domain.toName());
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(form.json(created));
    }

    /** Tells what adding the domain would do, and keeps nothing. */
    @PostMapping(params = "dryRun=true")
    DryRunJson tryCreate(SignedInUser user, @RequestBody MailDomainJson domain) {
        return new DryRunJson(directory.onTrial(user, null, () -> domains.add(user, domain.toName())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        directory.remove(user, id);
    }
}
