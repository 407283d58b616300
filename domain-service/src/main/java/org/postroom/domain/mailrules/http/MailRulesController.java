package org.postroom.domain.mailrules.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.mailrules.MailRules;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules for mail of the caller's organisation; one set at most. */
@RestController
@RequestMapping(MailRulesController.PATH)
class MailRulesController extends DirectoryController<MailRules, MailRulesJson> {

    static final String PATH = "/api/mail-rules";

    MailRulesController(Directory<MailRules> rules, MailRulesForm form) {
        super(PATH, rules, form);
    }
}
