package org.postroom.domain.cannedresponse.http;

import org.postroom.domain.cannedresponse.CannedResponse;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The canned responses of the caller's organisation. */
@RestController
@RequestMapping(CannedResponseController.PATH)
class CannedResponseController extends DirectoryController<CannedResponse, CannedResponseJson> {

    static final String PATH = "/api/canned-responses";

    CannedResponseController(Directory<CannedResponse> cannedResponses, CannedResponseForm form) {
        super(PATH, cannedResponses, form);
    }
}
