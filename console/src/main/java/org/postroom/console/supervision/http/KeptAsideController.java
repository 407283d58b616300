package org.postroom.console.supervision.http;

import java.util.List;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.console.supervision.KeptAsideMail;
import org.postroom.console.supervision.KeptAsideMails;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails that became no work: nothing that was accepted is out of sight. */
@Page
@RequestMapping("/supervision/mail")
class KeptAsideController {

    private static final int PAGE = 50;

    private final KeptAsideMails mails;

    KeptAsideController(KeptAsideMails mails) {
        this.mails = mails;
    }

    /**
     * Shows the newest ones.
     *
     * @param before only those before this mail; empty from the newest on
     */
    @GetMapping
    String newest(
            @AuthenticationPrincipal ConsoleUser visitor, @RequestParam(defaultValue = "") String before, Model model) {
        List<KeptAsideMail> found = mails.newest(visitor.organisationId(), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("mails", more ? found.subList(0, PAGE) : found);
        model.addAttribute("next", more ? found.get(PAGE - 1).emailId() : "");
        model.addAttribute("first", before.isEmpty());
        return "supervision/kept-aside";
    }

    @GetMapping("/{emailId}")
    String mail(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String emailId, Model model) {
        model.addAttribute(
                "mail",
                mails.find(visitor.organisationId(), emailId)
                        .orElseThrow(() -> new NotFoundException("mail", emailId)));
        return "supervision/kept-aside-mail";
    }
}
