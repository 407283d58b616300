package org.postroom.domain.maildomain.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.EntryController.DryRunJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ListController;
import org.postroom.domain.maildomain.DomainUse;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomain.DomainType;
import org.postroom.domain.maildomain.MailDomains;
import org.postroom.domain.maildomain.http.MailDomainJson.MailDomainForm;
import org.postroom.mail.DomainName;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mail domains of the caller's organisation. How a domain is removed is told elsewhere: its addresses go with it. */
@RestController
@RequestMapping(MailDomainController.PATH)
@PreAuthorize("hasAuthority('routing:email:manage')")
class MailDomainController extends ListController<MailDomain, MailDomainJson> {

    static final String PATH = "/api/domains";

    private final Directory<MailDomain> directory;
    private final MailDomainForm form;
    private final MailDomains domains;
    private final DomainUse use;

    MailDomainController(Directory<MailDomain> directory, MailDomainForm form, MailDomains domains, DomainUse use) {
        super(directory, form);
        this.directory = directory;
        this.form = form;
        this.domains = domains;
        this.use = use;
    }

    @Override
    public ResponseEntity<List<MailDomainJson>> all(
            SignedInUser user, @Nullable String q, @Nullable String after, int limit) {
        Map<String, Integer> counts = use.addresses(user.organisationId());
        var answer = super.all(user, q, after, limit);
        List<MailDomainJson> found = answer.getBody();
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .body(
                        found == null
                                ? List.of()
                                : found.stream()
                                        .map(domain -> domain.withAddresses(counts.getOrDefault(domain.id(), 0)))
                                        .toList());
    }

    @Override
    public MailDomainJson one(SignedInUser user, String id) {
        return counted(user, directory.get(user, id));
    }

    /** Adds a domain: one of the organisation's own, by its name, or the system domain. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MailDomainJson> create(SignedInUser user, @RequestBody MailDomainJson domain) {
        var created = add(user, domain);
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(counted(user, created));
    }

    /** Tells what adding the domain would do, and keeps nothing. */
    @PostMapping(params = "dryRun=true")
    @ResponseStatus(HttpStatus.OK)
    DryRunJson tryCreate(SignedInUser user, @RequestBody MailDomainJson domain) {
        return new DryRunJson(directory.onTrial(user, null, () -> add(user, domain)));
    }

    /** Changes how the domain's mail comes and goes; {@code version} must be the one that was read. */
    @PutMapping("/{id}")
    MailDomainJson configure(SignedInUser user, @PathVariable String id, @RequestBody MailDomainJson domain) {
        return counted(user, change(user, id, domain));
    }

    /** Tells what changing the domain's settings would do, and keeps nothing. */
    @PutMapping(path = "/{id}", params = "dryRun=true")
    DryRunJson tryConfigure(SignedInUser user, @PathVariable String id, @RequestBody MailDomainJson domain) {
        return new DryRunJson(directory.onTrial(user, id, () -> change(user, id, domain)));
    }

    private Entry<MailDomain> add(SignedInUser user, MailDomainJson json) {
        var fields = new Fields();
        var type = json.toType(fields);
        var name = fields.optional("name", json.name(), DomainName::new);
        if (fields.whole(type::get) == DomainType.SYSTEM) {
            return domains.addSystemDomain(user);
        }
        var required = fields.required("name", name.orNull(), given -> given);
        return domains.add(user, fields.whole(required::get));
    }

    private Entry<MailDomain> change(SignedInUser user, String id, MailDomainJson json) {
        var fields = new Fields();
        var version = fields.version(json);
        var settings = json.toSettings(fields);
        return domains.configure(user, id, version.get(), settings);
    }

    private MailDomainJson counted(SignedInUser user, Entry<MailDomain> domain) {
        return form.json(domain)
                .withAddresses(use.addresses(user.organisationId()).getOrDefault(domain.id(), 0));
    }
}
