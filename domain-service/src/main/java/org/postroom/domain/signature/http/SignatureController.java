package org.postroom.domain.signature.http;

import java.net.URI;
import java.util.List;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.signature.HtmlCleaner;
import org.postroom.domain.signature.Signature;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signatures of the caller's organisation. */
@RestController
@RequestMapping(SignatureController.PATH)
@PreAuthorize("hasAuthority('directory:manage')")
class SignatureController {

    static final String PATH = "/api/signatures";

    private final Directory<Signature> signatures;
    private final HtmlCleaner cleaner;

    SignatureController(Directory<Signature> signatures, HtmlCleaner cleaner) {
        this.signatures = signatures;
        this.cleaner = cleaner;
    }

    @GetMapping
    List<SignatureJson> all(SignedInUser user) {
        return signatures.all(user).stream().map(SignatureJson::of).toList();
    }

    @GetMapping("/{id}")
    SignatureJson one(SignedInUser user, @PathVariable String id) {
        return SignatureJson.of(signatures.get(user, id));
    }

    @PostMapping
    ResponseEntity<SignatureJson> create(SignedInUser user, @RequestBody SignatureJson signature) {
        var created = signatures.create(user, signature.toSignature(cleaner));
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(SignatureJson.of(created));
    }

    @PutMapping("/{id}")
    SignatureJson replace(SignedInUser user, @PathVariable String id, @RequestBody SignatureJson signature) {
        return SignatureJson.of(
                signatures.replace(user, id, signature.versionToReplace(), signature.toSignature(cleaner)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        signatures.remove(user, id);
    }
}
