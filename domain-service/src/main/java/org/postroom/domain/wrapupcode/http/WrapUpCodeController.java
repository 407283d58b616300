package org.postroom.domain.wrapupcode.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.wrapupcode.WrapUpCode;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The wrap-up codes of the caller's organisation. */
@RestController
@RequestMapping(WrapUpCodeController.PATH)
class WrapUpCodeController extends DirectoryController<WrapUpCode, WrapUpCodeJson> {

    static final String PATH = "/api/wrap-up-codes";

    WrapUpCodeController(Directory<WrapUpCode> wrapUpCodes, WrapUpCodeForm form) {
        super(PATH, wrapUpCodes, form);
    }
}
