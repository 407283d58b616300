package org.postroom.domain.signature.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.signature.HtmlCleaner;
import org.postroom.domain.signature.Signature;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signatures of the caller's organisation. */
@RestController
@RequestMapping(SignatureController.PATH)
@PreAuthorize("hasAuthority('directory:manage')")
class SignatureController extends EntryController<Signature, SignatureJson> {

    static final String PATH = "/api/signatures";

    private final Directory<Signature> signatures;
    private final HtmlCleaner cleaner;

    SignatureController(Directory<Signature> signatures, HtmlCleaner cleaner) {
        super(signatures, SignatureJson::of);
        this.signatures = signatures;
        this.cleaner = cleaner;
    }

    @PostMapping
    ResponseEntity<SignatureJson> create(SignedInUser user, @RequestBody SignatureJson signature) {
        return created(PATH, signatures.create(user, signature.toSignature(cleaner)));
    }

    @PutMapping("/{id}")
    SignatureJson replace(SignedInUser user, @PathVariable String id, @RequestBody SignatureJson signature) {
        return shown(signatures.replace(user, id, versionOf(signature.version()), signature.toSignature(cleaner)));
    }
}
