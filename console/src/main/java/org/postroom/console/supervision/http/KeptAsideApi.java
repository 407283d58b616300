package org.postroom.console.supervision.http;

import java.time.Instant;
import java.util.List;
import org.postroom.console.supervision.KeptAsideMail;
import org.postroom.console.supervision.KeptAsideMails;
import org.postroom.console.supervision.KeptAsideReason;
import org.postroom.runtime.page.PageQuery;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mails that became no work as JSON, for a bearer token. */
@RestController
class KeptAsideApi {

    private static final String PATH = "/api/kept-aside-mails";

    private final KeptAsideMails mails;

    KeptAsideApi(KeptAsideMails mails) {
        this.mails = mails;
    }

    /** The newest ones first. */
    @GetMapping(PATH)
    ResponseEntity<List<Mail>> newest(
            SignedInUser user,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = PageQuery.DEFAULT_LIMIT) int limit) {
        var query = new PageQuery(after.isEmpty() ? null : after, limit);
        List<KeptAsideMail> found = mails.newest(user.organisationId(), after, query.oneMore());
        return query.answer(PATH, found, KeptAsideMail::emailId, Mail::of);
    }

    record Mail(String emailId, Instant receivedAt, String from, String subject, KeptAsideReason reason) {

        static Mail of(KeptAsideMail mail) {
            return new Mail(mail.emailId(), mail.receivedAt(), mail.address(), mail.subject(), mail.reason());
        }
    }
}
