package org.postroom.domain.signature.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.signature.Signature;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signatures of the caller's organisation. */
@RestController
@RequestMapping(SignatureController.PATH)
class SignatureController extends DirectoryController<Signature, SignatureJson> {

    static final String PATH = "/api/signatures";

    SignatureController(Directory<Signature> signatures, SignatureForm form) {
        super(PATH, signatures, form);
    }
}
